import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { MessageNudge, NudgeMessage } from '../app.ts';
import { listInWords } from '../core/list-in-words.ts';
import { openEntry } from './answer-card.ts';
import { button, buttons } from './components.ts';
import { defineCustomId } from './define-route.ts';
import { isPost, postRows, roleMention } from './post-message.ts';
import { whyOnce } from './why-button.ts';

/** Ends the nudges of the topics that a message carried (`sleep,diet`). */
export const stopNudges = defineCustomId('nudges.stop', ['topics']);
/** Answers to the nudge of a local date. */
export const nudgeDone = defineCustomId('nudge.done', ['day', 'topic']);
export const nudgeSkipped = defineCustomId('nudge.skip', ['day', 'topic']);
/** Offers to put a date's nudges off. */
export const nudgeLater = defineCustomId('nudge.later', ['day', 'topics']);
/** Daily nudges again, for who had left them unanswered. */
export const keepNudges = defineCustomId('nudge.keep');
/** Begins a topic's programme, at the end of another. */
export const nextProgramme = defineCustomId('nudge.programme', ['topic']);

/**
 * A nudge as the member gets it.
 *
 * Plain content rather than components for the text, because that is what a lock screen and a screen reader announce first.
 */
export function renderNudge(message: Omit<NudgeMessage, 'nonce'>, now: number) {
	const post = isPost(message);
	return {
		content: [contentOf(message), ...(post ? roleMention(message) : [])].join('\n\n'),
		components: post ? postRows(message, now) : memberRows(message, now),
	};
}

function contentOf({ nudges, resting, asksToKeep, expectation, recap }: Omit<NudgeMessage, 'nonce'>) {
	const named = listInWords(resting);
	return [
		...nudges.map(({ text, why, programme }) => {
			const place = programme ? `${programme.title}, day ${programme.day} of ${programme.days}. ` : '';
			return `${text}\n-# ${place}${why}${programme?.words ? `\n${programme.words}` : ''}`;
		}),
		...(resting.length > 0
			? [
					`It has been quiet here for a while, so your daily nudges about ${named} rest from now on. One tap brings them back.`,
				]
			: []),
		...(asksToKeep
			? ['This one comes weekly for now, as the last ones stayed unanswered. Would you like it daily again?']
			: []),
		...(expectation ? [expectation.text] : []),
		...(recap === undefined ? [] : [recap]),
	].join('\n\n');
}

/** What a member gets at once on opting in, to see how a nudge looks and that it arrives. */
export function renderFirstNudge(
	nudge: Pick<MessageNudge, 'text' | 'why' | 'faq'>,
	topics: readonly string[],
	owner: string,
	now: number,
) {
	const stop = stopNudges.write({ owner, now, topics: topics.join(',') });
	return {
		content: `Hello from Gutsy. This is where your nudges will come, and this is how one looks:\n\n${nudge.text}\n-# ${nudge.why}`,
		components: [
			buttons(
				button('Why?', openEntry.write({ owner, now, entry: nudge.faq })),
				button('Stop', stop, ButtonStyle.Danger),
			),
		],
	};
}

type Rendered = Omit<NudgeMessage, 'nonce' | 'roleId'>;

function memberRows({ memberId: owner, day: on, nudges, resting, asksToKeep }: Rendered, now: number) {
	const day = String(on);
	const about = [...nudges.map(({ topic }) => topic), ...resting];
	const alone = nudges.length === 1;
	const answers = nudges.map(({ topic }, index) => [
		button(
			alone ? 'Done' : `Done: ${topic}`,
			nudgeDone.write({ owner, now, day, topic }),
			ButtonStyle.Success,
		),
		button('Not today', nudgeSkipped.write({ owner, now, day, topic })),
		...whyOnce(nudges, index, { owner, now }),
	]);
	const later = button(
		'Later',
		nudgeLater.write({ owner, now, day, topics: nudges.map(({ topic }) => topic).join(',') }),
	);
	const stop = button(
		alone ? 'Stop' : 'Stop these',
		stopNudges.write({ owner, now, topics: about.join(',') }),
		ButtonStyle.Danger,
	);
	const [first = []] = answers;
	const [done, skip, why] = first;
	const asks = asksToKeep || resting.length > 0;
	const keep = asks
		? [button('Yes, daily again', keepNudges.write({ owner, now }), ButtonStyle.Primary)]
		: [];
	const rows: APIButtonComponent[][] =
		alone && done && skip && why
			? [[done, skip, later, why, stop], ...(asks ? [keep] : [])]
			: [...answers, [...(nudges.length === 0 ? [] : [later]), stop, ...keep]];
	if (nudges.some(({ programme }) => programme?.day === programme?.days && programme !== undefined))
		rows.push(
			(['sleep', 'stress', 'diet'] as const).map((topic) =>
				button(`Two weeks: ${topic}`, nextProgramme.write({ owner, now, topic })),
			),
		);
	return rows.map((row) => buttons(...row));
}
