import type { APIButtonComponent } from 'discord-api-types/v10';
import type { MessageNudge } from '../app.ts';
import { openEntry } from './answer-card.ts';
import { button } from './components.ts';
import type { Owner } from './custom-id.ts';

/**
 * The button that opens the entry behind one of a message's nudges. None where an earlier nudge leads to the same entry:
 * Discord takes no message that has a custom id twice.
 */
export function whyButton(
	nudges: readonly Pick<MessageNudge, 'faq'>[],
	index: number,
	owner: Owner,
	now: number,
): APIButtonComponent[] {
	const entry = nudges[index]?.faq;
	if (entry === undefined || nudges.findIndex(({ faq }) => faq === entry) < index) return [];
	return [button('Why?', openEntry.write({ owner, now, entry }))];
}
