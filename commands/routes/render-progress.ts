import type { App } from '../../src/app.ts';
import {
	button,
	buttons,
	card,
	line,
	picture as pictureNamed,
	smallPrint,
	text,
} from '../../src/discord/components.ts';
import { defineCustomId } from '../../src/discord/define-route.ts';
import { type MessageReply, privately } from '../../src/discord/reply.ts';
import {
	describeOpen,
	describePicture,
	describeTrend,
	nameStrength,
	percent,
} from '../../src/habits/describe-progress.ts';
import type { HabitProgress } from '../../src/habits/progress.ts';
import type { NudgeStatus } from '../../src/nudges/nudges.ts';
import { PROGRAMME_DAYS } from '../../src/nudges/programme.ts';
import { renderTrouble } from './render-nudges.ts';

/** Turns the look back on Sundays `on` or `off`. */
export const recapSwitch = defineCustomId('progress.recap', ['on']);

const PICTURE = 'progress.png';

interface Shown {
	readonly habits: readonly HabitProgress[];
	/** `undefined` for who gets no nudges and has only answered posts in channels. */
	readonly status: NudgeStatus | undefined;
	/** A PNG of those habits of which a day came. */
	readonly picture: Buffer | undefined;
}

interface Around {
	readonly owner: string;
	/** Epoch milliseconds. */
	readonly now: number;
	readonly mention: App['mention'];
}

export function renderProgress(
	{ habits, status, picture }: Shown,
	{ owner, now, mention }: Around,
): MessageReply {
	const begun = habits.filter(({ all }) => all.came > 0);
	const description = describePicture(begun);
	const reply = privately(
		card(
			text(`## Your progress\n${habits.map((habit) => describe(habit, status)).join('\n')}`),
			...(picture ? [pictureNamed(PICTURE, description)] : []),
			...(status ? renderTrouble(status, mention).map(text) : []),
			line(),
			smallPrint(
				'Strength grows with every day done. Not today, a pause and days on which nothing came leave it as it is; a missed day dents it a little and ends nothing.',
				'Only you see this. It is about habits, not about your health.',
			),
		),
		...(status ? [recapButton(status, { owner, now })] : []),
	);
	if (picture === undefined) return reply;
	return { ...reply, files: [{ name: PICTURE, data: picture, contentType: 'image/png', description }] };
}

function recapButton({ recap }: NudgeStatus, { owner, now }: Pick<Around, 'owner' | 'now'>) {
	return buttons(
		button(
			`Recap on Sundays: ${recap ? 'on' : 'off'}`,
			recapSwitch.write({ owner, now, on: recap ? 'off' : 'on' }),
		),
	);
}

function describe(habit: HabitProgress, status: NudgeStatus | undefined): string {
	const { topic: about, label, strength, lastSeven, week, month, all, run, open } = habit;
	const step = status?.topics.find(({ topic }) => topic === about)?.programmeStep;
	const programme = step === undefined ? [] : [`Programme: ${step} of ${PROGRAMME_DAYS} days have come.`];
	if (all.came === 0) {
		const first = open.length > 0 ? 'its first day is still open' : 'its first day is still to come';
		return [`- **${label}**: ${first}.`, ...programme].join(' ');
	}
	const lately = run >= 3 ? `${run} times without a miss` : `${lastSeven.done} of the last ${lastSeven.came}`;
	return [
		`- **${label}**: ${nameStrength(strength)}, ${percent(strength)} %, ${describeTrend(habit)}.`,
		`Done ${lately}. Days done: ${week.done} in 7 days, ${month.done} in 30, ${all.done} in half a year.`,
		...describeOpen(open),
		...programme,
	].join(' ');
}
