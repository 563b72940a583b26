import { describe, expect, test } from 'vitest';
import { progress } from '../../commands/progress.ts';
import type { HabitProgress } from '../../src/habits/progress.ts';
import type { Mark } from '../../src/nudges/history.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import type { NudgeStatus, TopicStatus } from '../../src/nudges/nudges.ts';
import type { PostHistory } from '../../src/nudges/post-answers.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { aMember } from '../support/a-member.ts';
import { aNudgeStatus, aTopicStatus } from '../support/a-nudge-status.ts';
import { anApp } from '../support/an-app.ts';
import { press } from '../support/press.ts';
import { customIdOf, said } from '../support/said.ts';

const today = localDay.parse(20_779);
const day = (back: number) => localDay.parse(today - back);
const done = (...backs: number[]) => new Map(backs.map((back) => [day(back), 'done' as Mark]));

const aTopic = (changes: Partial<TopicStatus> = {}) => aTopicStatus({ history: done(0, 1, 2), ...changes });
const aStatus = (changes: Partial<NudgeStatus> = {}) =>
	aNudgeStatus({ topics: [aTopic()], since: day(9), ...changes });

/** Answers with this status, and keeps what was drawn. */
function anAppWith(
	status: NudgeStatus | undefined,
	png: Buffer | undefined = Buffer.from('PNG'),
	inChannels: readonly PostHistory[] = [],
) {
	const drawn: { habits: readonly HabitProgress[]; today: number }[] = [];
	const recaps: unknown[] = [];
	const app = {
		...anApp({
			nudges: {
				status: async () => status,
				setRecap: async (memberId, on) => {
					recaps.push([memberId, on]);
					return status && { ...status, recap: on };
				},
			},
			postAnswers: { histories: async () => inChannels },
		}),
		drawProgress: async (habits: readonly HabitProgress[], on: number) => {
			drawn.push({ habits, today: on });
			return png;
		},
	};
	return { app, drawn, recaps };
}

const show = (status: NudgeStatus | undefined, png?: Buffer) =>
	progress.execute({}, anAppWith(status, png).app, aMember());

describe('/progress', () => {
	test('tells strength, days done and the run, to the member alone', async () => {
		const reply = await show(aStatus());
		expect(reply).toMatchObject({ kind: 'message', visibility: 'private' });
		expect(said(reply)).toContain('**Sleep**: taking root, 15 %, begun within the last 4 weeks.');
		expect(said(reply)).toContain(
			'Done 3 times without a miss. Days done: 3 in 7 days, 3 in 30, 3 in half a year.',
		);
		expect(said(reply)).toContain('Only you see this');
	});

	test('shows the picture with its description, on the message and for a screen reader', async () => {
		const reply = await show(aStatus());
		const description = expect.stringContaining('Sleep: habit strength 15 percent');
		expect(reply).toMatchObject({
			files: [{ name: 'progress.png', data: Buffer.from('PNG'), contentType: 'image/png', description }],
		});
		expect(JSON.stringify(reply)).toContain('attachment://progress.png');
	});

	test('has words for all of it when there is no picture', async () => {
		const { app } = anAppWith(aStatus());
		const reply = await progress.execute({}, { ...app, drawProgress: async () => undefined }, aMember());
		expect(said(reply)).toContain('**Sleep**: taking root');
		expect(reply).not.toHaveProperty('files');
		expect(JSON.stringify(reply)).not.toContain('attachment://');
	});

	test('draws and tells a day whose nudge waits for its answer as open', async () => {
		const { app, drawn } = anAppWith(
			aStatus({ topics: [aTopic({ history: done(2, 3), open: [day(4), day(1), day(0)] })] }),
		);
		const reply = await progress.execute({}, app, aMember());
		expect(drawn[0]?.habits[0]?.open).toEqual([day(1), day(0)]);
		expect(said(reply)).toContain('2 days are still open.');
		const first = await show(aStatus({ topics: [aTopic({ history: new Map(), open: [day(0)] })] }));
		expect(said(first)).toContain('**Sleep**: its first day is still open.');
	});

	test('says kindly what went well where not every day did', async () => {
		const history = new Map(done(0, 2, 3, 5, 6)).set(day(1), 'missed').set(day(4), 'missed');
		const reply = await show(aStatus({ topics: [aTopic({ history })] }));
		expect(said(reply)).toContain('Done 5 of the last 7.');
	});

	const inChannels = [{ topic: 'sleep', label: 'Sleep', history: done(3, 4) }] as const;

	test('joins what was answered in channels with the member’s own', async () => {
		const { app } = anAppWith(aStatus(), undefined, inChannels);
		expect(said(await progress.execute({}, app, aMember()))).toContain('Days done: 5 in 7 days');
	});

	test('is there for who gets no nudges and has answered in channels, without a recap to switch', async () => {
		const { app } = anAppWith(undefined, undefined, inChannels);
		const reply = said(await progress.execute({}, app, aMember()));
		expect(reply).toContain('Days done: 2 in 7 days');
		expect(reply).not.toContain('Recap');
	});

	test('counts what was left open as missed from the day after the next', async () => {
		const { app, drawn } = anAppWith(
			aStatus({ topics: [aTopic({ history: done(4), open: [day(3), day(2), day(1), day(0)] })] }),
		);
		await progress.execute({}, app, aMember());
		expect(drawn[0]?.habits[0]?.history).toEqual(
			new Map([
				[day(4), 'done'],
				[day(3), 'missed'],
				[day(2), 'missed'],
			]),
		);
	});

	test('counts by the member’s own calendar', async () => {
		const { app, drawn } = anAppWith(aStatus({ timeZone: timeZone.parse('Pacific/Kiritimati') }));
		await progress.execute({}, app, aMember({ now: Date.UTC(2026, 10, 22, 11, 0) }));
		expect(drawn[0]?.today).toBe(today + 1);
	});

	test('draws only what has begun, and nothing before the first day', async () => {
		const begun = aTopic();
		const other = aTopic({ topic: 'diet', history: new Map() });
		const { app, drawn } = anAppWith(aStatus({ topics: [begun, other] }));
		const reply = await progress.execute({}, app, aMember());
		expect(said(reply)).toContain('**Diet**: its first day is still to come.');
		expect(drawn[0]?.habits.map(({ label }) => label)).toEqual(['Sleep']);
		const fresh = anAppWith(aStatus({ topics: [other] }));
		expect(await progress.execute({}, fresh.app, aMember())).not.toHaveProperty('files');
		expect(fresh.drawn).toEqual([]);
	});

	test.each([
		['that nothing is on', undefined, 'You get no nudges'],
		['the day of a programme', aStatus({ topics: [aTopic({ programmeStep: 3 })] }), '3 of 14 days have come'],
		['a pause', aStatus({ pausedUntil: day(-3) }), 'Paused until 2026-11-25'],
		[
			'a suspension',
			aStatus({ delivery: { kind: 'suspended', code: 50_007, refusals: 3 } }),
			'I stopped trying',
		],
		['a rest', aStatus({ topics: [aTopic({ rhythm: 'resting' })] }), 'Sleep rests, because'],
	])('tells %s', async (_what, status, words) => {
		expect(said(await show(status))).toContain(words);
	});

	test('switches the recap on and off in place, for its owner', async () => {
		const { app, recaps } = anAppWith(aStatus());
		const shown = await progress.execute({}, app, aMember());
		const on = await press(progress, customIdOf(shown, 'Recap on Sundays: off'), app, aMember());
		expect(on).toMatchObject({ kind: 'update', files: [{ name: 'progress.png' }] });
		const off = await press(progress, customIdOf(on, 'Recap on Sundays: on'), app, aMember());
		expect(said(off)).toContain('[Recap on Sundays: off]');
		expect(recaps).toEqual([
			['700', true],
			['700', false],
		]);
		const stranger = press(progress, customIdOf(on, 'Recap on Sundays: on'), app, aMember({ userId: '701' }));
		await expect(stranger).rejects.toThrow(/somebody else/);
	});

	test('whose nudges were stopped meanwhile says so at the switch, and keeps no picture', async () => {
		const shown = await show(aStatus());
		const { app } = anAppWith(undefined);
		const reply = await press(progress, customIdOf(shown, 'Recap on Sundays: off'), app, aMember());
		expect(said(reply)).toContain('You get no nudges');
		expect(reply).toMatchObject({ kind: 'update' });
		expect(reply).not.toHaveProperty('files');
	});
});
