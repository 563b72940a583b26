import { describe, expect, test } from 'vitest';
import { nudges } from '../../commands/nudges.ts';
import type { App, Greeting } from '../../src/app.ts';
import { renderNudge } from '../../src/discord/nudge-message.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import type { NudgePlan, NudgeStatus } from '../../src/nudges/nudges.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { aMember, NOW } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';
import { press } from '../support/press.ts';
import { said } from '../support/said.ts';

const zone = timeZone.parse('Europe/Berlin');
const at2130 = localTime.parse(1_290);
const tonight = NOW + 3_600_000;

const plan: NudgePlan = {
	memberId: '700',
	timeZone: zone,
	topics: [{ topic: 'sleep', time: at2130 }],
};
const status: NudgeStatus = {
	timeZone: zone,
	consent: { version: 1, at: NOW },
	topics: [{ topic: 'sleep', time: at2130, nextAt: tonight }],
	delivery: { kind: 'active' },
};

/** What was asked of the features, in order. */
function anAppThatRecords(parts: { greeting?: Greeting; left?: NudgeStatus; now?: NudgeStatus } = {}) {
	const done: unknown[][] = [];
	const app: App = anApp({
		nudges: {
			plan: async (request) => {
				done.push(['plan', request]);
				return plan;
			},
			start: async (_plan, how) => {
				done.push(['start', how]);
				return status;
			},
			stop: async (memberId, topics) => {
				done.push(['stop', memberId, topics]);
				return parts.left;
			},
			status: async () => parts.now,
		},
		directMessages: {
			greet: async (memberId, text) => {
				done.push(['greet', memberId, text !== undefined]);
				return parts.greeting ?? { kind: 'sent', channelId: '55' };
			},
		},
	});
	return { app, done };
}

const start = { subcommand: 'start', topics: 'sleep', time: '21:30', timezone: 'Europe/Berlin' };

describe('/nudges', () => {
	test('starts: reads the wish, opens the conversation, then stores the consent', async () => {
		const { app, done } = anAppThatRecords();
		const reply = await nudges.execute(start, app, aMember());
		expect(done).toEqual([
			['plan', { memberId: '700', topics: 'sleep', time: '21:30', timeZone: 'Europe/Berlin' }],
			['greet', '700', true],
			['start', { channelId: '55', consent: { version: 1, at: NOW } }],
		]);
		expect(reply).toMatchObject({ visibility: 'private' });
		expect(said(reply)).toContain(`**Sleep** daily at 21:30, Europe/Berlin: next <t:${tonight / 1_000}:f>`);
		expect(said(reply)).toContain('you agree that I store');
	});

	test.each([
		['are closed, and says how to open them', 'refused', /nothing was turned on.*Privacy Settings/],
		['cannot be opened now', 'busy', /nothing was turned on.*try again/],
	] as const)('schedules nothing when the member’s direct messages %s', async (_what, kind, words) => {
		const { app, done } = anAppThatRecords({ greeting: { kind } });
		await expect(nudges.execute(start, app, aMember())).rejects.toThrow(words);
		expect(done.map(([what]) => what)).toEqual(['plan', 'greet']);
	});

	test.each([
		['does not greet a member again who only changes something', 'active', false, '## Changed'],
		['greets again where Discord refused messages', 'suspended', true, '## You are in'],
	] as const)('%s', async (_what, kind, greets, words) => {
		const delivery = kind === 'active' ? { kind } : { kind, code: 50_007, refusals: 3 };
		const { app, done } = anAppThatRecords({ now: { ...status, delivery } });
		const reply = await nudges.execute(start, app, aMember());
		expect(done).toContainEqual(['greet', '700', greets]);
		expect(said(reply)).toContain(words);
	});

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

	test('stops with the button under a nudge, which is the member’s alone', async () => {
		const nudge = {
			topic: 'diet' as const,
			id: 'diet-x',
			text: 'Try an apple.',
			why: 'It is nice.',
			faq: 'whole-foods',
		};
		const [row] = renderNudge({ memberId: '700', nudges: [nudge] }, NOW).components;
		const stop = row?.components.find((button) => 'label' in button && button.label === 'Stop these');
		const id = stop && 'custom_id' in stop ? stop.custom_id : '';
		const { app, done } = anAppThatRecords();
		await expect(press(nudges, id, app, aMember({ userId: '701' }))).rejects.toThrow(/somebody else/);
		expect(done).toEqual([]);
		await press(nudges, id, app, aMember({ now: NOW + 30 * 86_400_000, guildId: undefined }));
		expect(done).toEqual([['stop', '700', ['diet']]]);
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
	])('status tells %s', async (_what, now, words) => {
		const { app } = anAppThatRecords(now ? { now } : {});
		expect(said(await nudges.execute({ subcommand: 'status' }, app, aMember()))).toContain(words);
	});

	test('suggests mixes of topics that go with what is typed', () => {
		const values = (typed: string) =>
			nudges.autocomplete['topics']?.(typed, anApp(), aMember()).map(({ value }) => value);
		expect(values('str')).toEqual(['stress', 'sleep, stress', 'stress, diet']);
		expect(values('')).toHaveLength(7);
	});
});
