import { describe, expect, test, vi } from 'vitest';
import { nudges } from '../../commands/nudges.ts';
import { CONSENT_VERSION } from '../../commands/routes/consent.ts';
import type { App, Greeting } from '../../src/app.ts';
import { renderNudge } from '../../src/discord/nudge-message.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import type { NudgePlan, NudgeStatus } from '../../src/nudges/nudges.ts';
import { UnclearZoneError } from '../../src/nudges/resolve-time-zone.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import type { Topic } from '../../src/nudges/topic.ts';
import { aContent } from '../nudges/stage.ts';
import { aDiary } from '../support/a-diary.ts';
import { aMember, NOW } from '../support/a-member.ts';
import { aNudgeMessage } from '../support/a-nudge-message.ts';
import { aNudgeStatus, aTopicStatus } from '../support/a-nudge-status.ts';
import { anApp } from '../support/an-app.ts';
import { press } from '../support/press.ts';
import { customIdOf, said } from '../support/said.ts';

const zone = timeZone.parse('Europe/Berlin');
const at2130 = localTime.parse(1_290);
const tonight = NOW + 3_600_000;
const today = localDay.parse(20_779);

const plan: NudgePlan = {
	memberId: '700',
	timeZone: zone,
	topics: [{ topic: 'sleep', time: at2130 }],
	exact: false,
	programme: false,
};
const status = aNudgeStatus({ timeZone: zone, topics: [aTopicStatus({ time: at2130, nextAt: tonight })] });

/** What was asked of the features, in order. */
function anAppThatRecords(parts: { greeting?: Greeting; left?: NudgeStatus; now?: NudgeStatus } = {}) {
	const { done, noted } = aDiary();
	const app: App = anApp({
		nudges: {
			plan: noted('plan', plan),
			start: noted('start', status),
			adjust: noted('adjust', status),
			stop: noted('stop', parts.left),
			pause: noted('pause', parts.now),
			resume: noted('resume', parts.now),
			keepQuiet: noted('keepQuiet', parts.now),
			setRecap: noted('setRecap', parts.now),
			leaveProgramme: noted('leaveProgramme', parts.now),
			status: async () => parts.now,
		},
		nudgeAnswers: {
			answer: noted('answer', 'noted'),
			putOff: noted('putOff', tonight),
			keep: noted('keep', status),
		},
		nudgeContent: aContent,
		directMessages: {
			greet: async (memberId, first) => {
				done.push(['greet', memberId, first?.content.split('\n')[0]]);
				return parts.greeting ?? { kind: 'sent', channelId: '55' };
			},
		},
	});
	return { app, done };
}

const start = { subcommand: 'start', topics: 'sleep', time: '21:30', timezone: 'Europe/Berlin' };
const wish = { memberId: '700', topics: 'sleep', time: '21:30', timeZone: 'Europe/Berlin' };

describe('/nudges start', () => {
	test('asks first, and stores and sends nothing before Start', async () => {
		const { app, done } = anAppThatRecords();
		const reply = await nudges.execute(start, app, aMember());
		expect(done).toEqual([['plan', expect.objectContaining(wish)]]);
		expect(reply).toMatchObject({ visibility: 'private' });
		for (const words of ['What is stored', 'How to stop', '18 or over', '**Sleep**, daily at 21:30'])
			expect(said(reply)).toContain(words);
	});

	test('with the button opens the conversation, sends a first one, then stores the consent', async () => {
		const { app, done } = anAppThatRecords();
		const asked = await nudges.execute(start, app, aMember());
		const reply = await press(nudges, customIdOf(asked, 'Start'), app, aMember());
		expect(done.slice(1)).toEqual([
			['greet', '700', expect.stringContaining('this is how one looks')],
			['start', plan, { channelId: '55', consent: { version: CONSENT_VERSION, at: NOW } }],
		]);
		expect(said(reply)).toContain(`**Sleep** daily at 21:30, Europe/Berlin: next <t:${tonight / 1_000}:f>`);
	});

	test('offers the zones that may be meant, and goes on with all else that was wished for', async () => {
		const near = ['Europe/Lisbon', 'America/Argentina/Buenos_Aires'].map((name) => timeZone.parse(name));
		const { app, done } = anAppThatRecords();
		const unclear = anApp({
			nudges: { plan: async () => Promise.reject(new UnclearZoneError('Did you mean one of these?', near)) },
		});
		const typed = { ...start, topics: 'diet and sleep', time: '9:30pm', timezone: 'Lis', exact: false };
		const asked = await nudges.execute({ ...typed, programme: true }, unclear, aMember());
		expect(asked).toMatchObject({ visibility: 'private' });
		expect(said(asked)).toBe('Did you mean one of these?\n[Europe/Lisbon]\n[America/Argentina/Buenos_Aires]');
		const id = customIdOf(asked, 'America/Argentina/Buenos_Aires');
		await expect(press(nudges, id, app, aMember({ userId: '701' }))).rejects.toThrow(/somebody else/);
		await press(nudges, id, app, aMember());
		expect(done).toEqual([
			[
				'plan',
				{
					memberId: '700',
					topics: 'sleep,diet',
					time: '21:30',
					timeZone: 'America/Argentina/Buenos_Aires',
					exact: false,
					programme: true,
				},
			],
		]);
	});

	test('leaves what was not said unsaid when a zone is chosen', async () => {
		const near = [timeZone.parse('Europe/Lisbon')];
		const { app, done } = anAppThatRecords();
		const unclear = anApp({
			nudges: { plan: async () => Promise.reject(new UnclearZoneError('This one?', near)) },
		});
		const typed = { subcommand: 'start', topics: 'stress', timezone: 'Lis' };
		const asked = await nudges.execute(typed, unclear, aMember());
		await press(nudges, customIdOf(asked, 'Europe/Lisbon'), app, aMember());
		expect(done).toEqual([['plan', { memberId: '700', topics: 'stress', timeZone: 'Europe/Lisbon' }]]);
	});

	test('is agreed to by the member alone, and not an hour later', async () => {
		const { app } = anAppThatRecords();
		const id = customIdOf(await nudges.execute(start, app, aMember()), 'Start');
		await expect(press(nudges, id, app, aMember({ userId: '701' }))).rejects.toThrow(/somebody else/);
		const late = aMember({ now: NOW + 3_700_000 });
		await expect(press(nudges, id, app, late)).rejects.toThrow(/too old/);
	});

	test.each([
		['are closed, and says how to open them', 'refused', /nothing was turned on.*Privacy Settings/],
		['cannot be opened now', 'busy', /nothing was turned on.*ten minutes/],
	] as const)('schedules nothing when the member’s direct messages %s', async (_what, kind, words) => {
		const { app, done } = anAppThatRecords({ greeting: { kind } });
		const id = customIdOf(await nudges.execute(start, app, aMember()), 'Start');
		await expect(press(nudges, id, app, aMember())).rejects.toThrow(words);
		expect(done.map(([what]) => what)).toEqual(['plan', 'greet']);
	});

	test('changes at once for who agreed before', async () => {
		const { app, done } = anAppThatRecords({ now: status });
		expect(said(await nudges.execute(start, app, aMember()))).toContain('## Changed');
		expect(done.map(([what]) => what)).toEqual(['plan', 'adjust']);
	});

	test.each([
		['agreed to other words', { ...status, consent: { version: 2, at: NOW } }],
		[
			'was refused by Discord',
			{ ...status, delivery: { kind: 'suspended', code: 50_007, refusals: 3 } as const },
		],
	])('asks again who %s', async (_who, now) => {
		const { app, done } = anAppThatRecords({ now });
		expect(said(await nudges.execute(start, app, aMember()))).toContain('## Before it starts');
		expect(done.map(([what]) => what)).toEqual(['plan']);
	});
});

describe('/nudges', () => {
	test('stops everything, and says that all is deleted', async () => {
		const { app, done } = anAppThatRecords();
		const reply = await nudges.execute({ subcommand: 'stop' }, app, aMember());
		expect(done).toEqual([['stop', '700', undefined]]);
		expect(said(reply)).toContain('what was kept about you for them is deleted');
	});

	test('stops one topic and lists what still comes', async () => {
		const { app, done } = anAppThatRecords({ left: status });
		const reply = await nudges.execute({ subcommand: 'stop', topics: 'diet' }, app, aMember());
		expect(done).toEqual([['stop', '700', ['diet']]]);
		expect(said(reply)).toMatch(/No more nudges about diet\. Still coming:\n- \*\*Sleep\*\*/);
	});

	test.each([
		[{ subcommand: 'pause', until: '3 days' }, ['pause', '700', '3 days']],
		[{ subcommand: 'resume' }, ['resume', '700']],
		[{ subcommand: 'quiet', from: '22:00', to: '7' }, ['keepQuiet', '700', { from: '22:00', to: '7' }]],
		[{ subcommand: 'quiet' }, ['keepQuiet', '700', undefined]],
		[{ subcommand: 'recap', on: true }, ['setRecap', '700', true]],
		[{ subcommand: 'programme', topic: 'sleep', leave: true }, ['leaveProgramme', '700', 'sleep']],
	])('%o changes what is on, and says so to who has nothing on', async (options, call) => {
		const { app, done } = anAppThatRecords({ now: status });
		expect(said(await nudges.execute(options, app, aMember()))).toContain('## Changed');
		expect(done).toEqual([call]);
		const nobody = await nudges.execute(options, anAppThatRecords().app, aMember());
		expect(said(nobody)).toContain('You get no nudges');
	});

	test('time moves what is on, and names what is not', async () => {
		const { app, done } = anAppThatRecords({ now: status });
		await nudges.execute({ subcommand: 'time', time: '22' }, app, aMember());
		expect(done).toEqual([
			['plan', expect.objectContaining({ topics: 'sleep', time: '22' })],
			['adjust', plan],
		]);
		const other = nudges.execute({ subcommand: 'time', time: '22', topics: 'diet' }, app, aMember());
		await expect(other).rejects.toThrow(/no nudges about diet/);
		await expect(nudges.execute({ subcommand: 'time' }, app, aMember())).rejects.toThrow(/What shall change/);
	});

	test.each([
		['pause', { until: '3 days' }, { pausedUntil: today }, 'Paused until 2026-11-22'],
		['quiet', { from: '22', to: '7' }, { quiet: { from: at2130, to: at2130 } }, 'Quiet from 21:30 to 21:30'],
		['recap', { on: true }, { recap: true }, 'Sunday’s nudge looks back on your week'],
		['time', { exact: true }, { exact: true }, 'at the very minute'],
	])('%s says what it changed', async (subcommand, options, changes, words) => {
		const now = { ...status, ...changes };
		const { app } = anAppThatRecords({ now });
		const changed = { ...app, nudges: { ...app.nudges, adjust: async () => now } };
		expect(said(await nudges.execute({ subcommand, ...options }, changed, aMember()))).toContain(words);
	});

	test('quiet hours need both ends', async () => {
		const { app } = anAppThatRecords({ now: status });
		await expect(nudges.execute({ subcommand: 'quiet', from: '22' }, app, aMember())).rejects.toThrow(/both/);
	});

	test.each([
		['nothing', undefined, 'nothing is kept about you'],
		['what is on', status, '## Your nudges\n- **Sleep** daily at 21:30'],
		[
			'trouble',
			{ ...status, delivery: { kind: 'waiting', code: 50_007, refusals: 1 } } as const,
			'try again tomorrow',
		],
		[
			'a suspension',
			{ ...status, delivery: { kind: 'suspended', code: 50_007, refusals: 3 } } as const,
			'I stopped trying',
		],
		['a pause', { ...status, pausedUntil: today }, 'Paused until 2026-11-22'],
		[
			'what came of the last',
			withTopic({ last: { day: today, outcome: 'not-today' } }),
			'Last: 2026-11-22, not that day',
		],
		['an easier rhythm', withTopic({ rhythm: 'every other day' }), '**Sleep** every other day at 21:30'],
		['why', withTopic({ rhythm: 'weekly' }), 'Sleep comes weekly, because the last ones stayed unanswered'],
		['a rest', withTopic({ rhythm: 'resting', nextAt: undefined }), 'Sleep rests, because'],
		['a programme', withTopic({ programmeStep: 3 }), '3 of 14 days'],
		['what was put off', { ...status, putOff: [{ topics: ['sleep' as const], at: NOW }] }, 'Put off: sleep'],
	])('status tells %s', async (_what, now, words) => {
		const { app } = anAppThatRecords(now ? { now } : {});
		const refusals = { next: async () => undefined };
		const reply = await nudges.execute({ subcommand: 'status' }, { ...app, refusals }, aMember());
		expect(said(reply)).toContain(words);
	});

	test('status counts as having told of refusals, so that no notice repeats it', async () => {
		const delivery = { kind: 'suspended', code: 50_007, refusals: 3 } as const;
		const { app } = anAppThatRecords({ now: { ...status, delivery } });
		const next = vi.fn(async () => 'suspended' as const);
		await nudges.execute({ subcommand: 'status' }, { ...app, refusals: { next } }, aMember());
		expect(next.mock.calls).toEqual([['700']]);
	});

	test('suggests mixes of topics that go with what is typed', () => {
		const values = (typed: string) =>
			nudges.autocomplete['topics']?.(typed, anApp(), aMember(), {}).map(({ value }) => value);
		expect(values('str')).toEqual(['stress', 'sleep, stress', 'stress, diet']);
		expect(values('')).toHaveLength(7);
	});
});

function withTopic(changes: Partial<NudgeStatus['topics'][number]>): NudgeStatus {
	return { ...status, topics: status.topics.map((topic) => ({ ...topic, ...changes })) };
}

/** A nudge as it arrives: its rows, and the id of each button by label. */
function aNudge(...topics: Topic[]) {
	const { components: rows } = renderNudge(
		aNudgeMessage({
			day: today,
			nudges: topics.map((topic) => ({ topic, programme: undefined, ...anIdea, faq: `${topic}-and-skin` })),
			asksToKeep: true,
		}),
		NOW,
	);
	const all = rows.flatMap(({ components }) => components);
	const id = (label: string) => {
		const found = all.find((each) => 'label' in each && each.label === label);
		return found && 'custom_id' in found ? found.custom_id : '';
	};
	return { rows, id };
}
const anIdea = { id: 'x', text: 'Try an apple.', why: 'It is nice.' };

describe('the buttons under a nudge', () => {
	const later = aMember({ now: NOW + 30 * 86_400_000, guildId: undefined });

	test('are the member’s alone, and work after 30 days', async () => {
		const { id, rows } = aNudge('diet');
		const { app, done } = anAppThatRecords();
		for (const label of ['Done', 'Not today', 'Later', 'Stop', 'Yes, daily again']) {
			await expect(press(nudges, id(label), app, aMember({ userId: '701' }), { rows })).rejects.toThrow(
				/somebody else/,
			);
			await press(nudges, id(label), app, later, { rows });
		}
		expect(done).toEqual([
			['answer', '700', { day: today, topics: ['diet'], mark: 'done' }],
			['answer', '700', { day: today, topics: ['diet'], mark: 'not-today' }],
			['stop', '700', ['diet']],
			['keep', '700'],
		]);
	});

	test('show the answer where it was given, and leave nothing to put off', async () => {
		const { id, rows } = aNudge('diet');
		const reply = await press(nudges, id('Done'), anAppThatRecords().app, later, { rows });
		expect(reply).toMatchObject({ kind: 'update', text: 'kept' });
		expect(said(reply).split('\n')).toEqual(['[Done ✓]', '[Why?]', '[Stop]', '[Yes, daily again]']);
	});

	test('of several topics are answered one by one', async () => {
		const { id, rows } = aNudge('sleep', 'diet');
		const { app } = anAppThatRecords();
		const reply = await press(nudges, id('Done: diet'), app, later, { rows });
		expect(said(reply).split('\n').slice(0, 7)).toEqual([
			'[Done: sleep]',
			'[Not today]',
			'[Why?]',
			'[Done ✓]',
			'[Why?]',
			'[Later]',
			'[Stop these]',
		]);
	});

	test('put it off by an hour, three or until the evening', async () => {
		const { id } = aNudge('sleep', 'diet');
		const { app, done } = anAppThatRecords();
		const offered = await press(nudges, id('Later'), app, later);
		for (const label of ['In 1 hour', 'In 3 hours', 'This evening'])
			expect(said(await press(nudges, customIdOf(offered, label), app, later))).toContain(
				`again at <t:${tonight / 1_000}:t>`,
			);
		expect(done.map(([, , what, by]) => [what, by])).toEqual(
			['1h', '3h', 'evening'].map((by) => [{ day: today, topics: ['sleep', 'diet'] }, by]),
		);
	});

	test('say so when the nudges were stopped meanwhile', async () => {
		const { id, rows } = aNudge('diet');
		const app = anApp({ nudgeAnswers: { answer: async () => 'stopped' } });
		await expect(press(nudges, id('Done'), app, later, { rows })).rejects.toThrow(/You stopped these/);
	});
});
