import type { APIButtonComponent } from 'discord-api-types/v10';
import type { MessageNudge } from '../app.ts';
import { openEntry } from './answer-card.ts';
import { button } from './components.ts';
import type { Owner } from './custom-id.ts';

/** *Why?* for one of a message’s nudges. An earlier one that leads to the same entry has it: Discord takes no two buttons with one id. */
export function whyOnce(
	nudges: readonly Pick<MessageNudge, 'faq'>[],
	index: number,
	{ owner, now }: { owner: Owner; now: number },
): APIButtonComponent[] {
	const entry = nudges[index]?.faq;
	const first = nudges.findIndex(({ faq }) => faq === entry);
	return entry === undefined || first !== index
		? []
		: [button('Why?', openEntry.write({ owner, now, entry }))];
}
