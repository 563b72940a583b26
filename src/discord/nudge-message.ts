import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { NudgeMessage } from '../app.ts';
import { openEntry } from './answer-card.ts';
import { button, buttons } from './components.ts';
import { defineCustomId } from './define-route.ts';

/** Ends the nudges of the topics that a message carried (`sleep,diet`). */
export const stopNudges = defineCustomId('nudges.stop', ['topics']);

/**
 * A nudge as the member gets it.
 *
 * Plain content rather than components for the text, because that is what a lock screen and a screen reader announce first.
 */
export function renderNudge({ memberId, nudges }: Pick<NudgeMessage, 'memberId' | 'nudges'>, now: number) {
	const content = nudges.map(({ text, why }) => `${text}\n-# ${why}`).join('\n\n');
	const explained = new Map(nudges.map((nudge) => [nudge.faq, nudge]));
	const topics = nudges.map(({ topic }) => topic);
	const actions: APIButtonComponent[] = [...explained.values()].map(({ faq, topic }) =>
		button(
			explained.size === 1 ? 'Why?' : `Why? (${topic})`,
			openEntry.write({ owner: memberId, now, entry: faq }),
		),
	);
	const stop = stopNudges.write({ owner: memberId, now, topics: topics.join(',') });
	return { content, components: [buttons(...actions, button('Stop these', stop, ButtonStyle.Danger))] };
}
