import { describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { optIn } from '../support/opt-in.ts';
import { useRedis } from '../support/redis.ts';

const gutsy = useGutsy(useRedis());
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After the minute in which something is due. */
const A_MOMENT = 20_000;

const anna = () => gutsy.discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
const annaInDm = () => gutsy.discord.member(DEMO.anna, 'dm');
/** All nudges that came, without the greeting and private answers. */
const nudges = () =>
	annaInDm()
		.directMessages()
		.filter(({ ephemeral, text }) => !ephemeral && !text.includes('Hello from Gutsy'));

/** Moves to an instant and waits for the nudge that is due then, which is the `count`th of all. */
async function nudgeAt(instant: number, count: number) {
	await gutsy.moveTo(instant + A_MOMENT);
	return gutsy.discord.until(() => nudges()[count - 1]);
}

const status = async () => (await anna().slash('nudges status')).message?.text ?? '';

describe('a nudge’s buttons', () => {
	test('count Done and Not today for the nudge’s own date, once', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		const first = await nudgeAt(NOW + HOUR, 1);
		await gutsy.moveTo(NOW + DAY);
		const done = await annaInDm().click(first, 'Done');
		expect(done.message?.buttons.map(({ label }) => label)).toContain('Done ✓');
		expect(await status()).toContain('Last: 2026-11-22, done');
		const second = await nudgeAt(NOW + DAY + HOUR, 2);
		await annaInDm().click(second, 'Not today');
		expect(await status()).toContain('Last: 2026-11-23, not that day');
	});

	test('put it off without moving the daily time', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		const first = await nudgeAt(NOW + HOUR, 1);
		const evening = () => NOW + 10 * HOUR;
		const hours = (some: number) => () =>
			Math.ceil((gutsy.discord.clock.now() + some * HOUR) / 60_000) * 60_000;
		for (const [index, [label, when]] of (
			[
				['In 1 hour', hours(1)],
				['In 3 hours', hours(3)],
				['This evening', evening],
			] as const
		).entries()) {
			const { message } = await annaInDm().click(first, 'Later');
			if (message === undefined) throw new Error('Nothing was asked');
			const due = when();
			await annaInDm().click(message, label);
			await gutsy.moveTo(due - A_MOMENT);
			expect(nudges()).toHaveLength(index + 1);
			const again = await nudgeAt(due, index + 2);
			expect(again.text.split('\n')[0]).toBe(first.text.split('\n')[0]);
		}
		expect(await status()).toContain('daily at 10:00, UTC');
		await nudgeAt(NOW + DAY + HOUR, 5);
	});

	test('stop their own topic and leave the others', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		await anna().slash('nudges start', { topics: 'diet', time: '11' });
		const first = await nudgeAt(NOW + HOUR, 1);
		const { message } = await annaInDm().click(first, 'Stop');
		expect(message?.text).toContain('No more nudges about sleep');
		expect(await status()).toContain('**Diet** daily at 11:00');
		await gutsy.moveTo(NOW + DAY + HOUR + A_MOMENT);
		expect(await status()).not.toContain('**Sleep**');
	});
});

describe('what a member changes', () => {
	test('a pause brings nothing until its day and dents nothing', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		await anna().slash('nudges pause', { until: '3 days' });
		await gutsy.moveTo(NOW + HOUR + A_MOMENT);
		await gutsy.moveTo(NOW + 2 * DAY + HOUR + A_MOMENT);
		expect(await status()).toContain('Paused until 2026-11-25');
		expect(nudges()).toEqual([]);
		await nudgeAt(NOW + 3 * DAY + HOUR, 1);
	});

	test('a later time on the same day neither doubles nor skips it', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		await nudgeAt(NOW + HOUR, 1);
		await anna().slash('nudges time', { time: '15:00' });
		await gutsy.moveTo(NOW + 6 * HOUR + A_MOMENT);
		await nudgeAt(NOW + DAY + 6 * HOUR, 2);
		expect(nudges()).toHaveLength(2);
	});

	test('another time zone takes effect without a double or a hole', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		await nudgeAt(NOW + HOUR, 1);
		// 10:00 in Los Angeles is 18:00 UTC: the same local date has had its nudge.
		await anna().slash('nudges time', { timezone: 'Los Angeles' });
		await gutsy.moveTo(NOW + 9 * HOUR + A_MOMENT);
		await nudgeAt(NOW + DAY + 9 * HOUR, 2);
		expect(nudges()).toHaveLength(2);
	});
});

describe('the calendar', () => {
	test.each([
		// The gap at 02:00 leads to 03:00: what was due at 02:30 comes when the clock jumps.
		['a spring gap', '2027-03-27T12:00Z', ['2027-03-28T01:00Z', '2027-03-29T00:30Z']],
		// 02:30 comes twice in autumn, the nudge the first time only.
		['an autumn overlap', '2026-10-24T12:00Z', ['2026-10-25T00:30Z', '2026-10-26T01:30Z']],
	])('brings one nudge a local date across %s', async (_case, start, strikes) => {
		gutsy.discord.clock.set(Date.parse(start));
		await optIn(anna(), { topics: 'sleep', time: '02:30', timezone: 'Europe/Berlin' });
		for (const [index, strike] of strikes.entries()) {
			await gutsy.moveTo(Date.parse(strike) - 60_000);
			expect(nudges()).toHaveLength(index);
			await nudgeAt(Date.parse(strike), index + 1);
			await gutsy.moveTo(Date.parse(strike) + 70 * 60_000);
			expect(nudges()).toHaveLength(index + 1);
		}
	});

	test('has a 29th of February, and nudges on it', async () => {
		gutsy.discord.clock.set(Date.parse('2028-02-28T12:00Z'));
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		const leap = await nudgeAt(Date.parse('2028-02-29T10:00Z'), 1);
		await annaInDm().click(leap, 'Done');
		expect(await status()).toContain('Last: 2028-02-29, done');
		await nudgeAt(Date.parse('2028-03-01T10:00Z'), 2);
	});
});

describe('over weeks', () => {
	test('a programme begins, turns, ends and asks what next; its buttons begin another', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC', programme: true });
		const came: string[] = [];
		for (let day = 0; day < 14; day += 1) {
			const nudge = await nudgeAt(NOW + HOUR + day * DAY, day + 1);
			came.push(nudge.text);
			await annaInDm().click(nudge, 'Done');
		}
		expect(came[0]).toContain('Welcome to two weeks of sleep.');
		expect(came[7]).toContain('Half-way.');
		expect(came[13]).toContain('What next?');
		expect(came.filter((text) => /Welcome to|Half-way|What next/.test(text))).toHaveLength(3);
		expect(came.map((text) => /day (\d+) of 14/.exec(text)?.[1])).toEqual(
			Array.from({ length: 14 }, (_, day) => String(day + 1)),
		);
		const last = nudges()[13];
		if (last === undefined) throw new Error('The last step did not come');
		await annaInDm().click(last, 'Two weeks: stress');
		expect(await status()).toContain('**Stress** daily at 13:00');
		expect(await status()).toContain('Programme: 0 of 14 days have come');
		const after = await nudgeAt(NOW + HOUR + 14 * DAY, 15);
		expect(after.text).not.toContain('of 14');
	});

	test('weeks 4, 10 and 26 say what to expect, once each and never before', { timeout: 60_000 }, async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		const said: [number, string][] = [];
		let count = 0;
		for (const day of [0, 27, 28, 29, 69, 70, 71, 181, 182, 183]) {
			count += 1;
			const nudge = await nudgeAt(NOW + HOUR + day * DAY, count);
			const expectation = /(Four weeks|Ten weeks|Half a year)\b/.exec(nudge.text)?.[0];
			if (expectation !== undefined) said.push([day, expectation]);
			await annaInDm().click(nudge, 'Done');
		}
		expect(said).toEqual([
			[28, 'Four weeks'],
			[70, 'Ten weeks'],
			[182, 'Half a year'],
		]);
	});

	test('Sunday looks back on the week for who asked, and for nobody else', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		const texts: string[] = [];
		const until = async (last: number, mark: string) => {
			for (let day = texts.length; day <= last; day += 1) {
				const nudge = await nudgeAt(NOW + HOUR + day * DAY, day + 1);
				texts.push(nudge.text);
				await annaInDm().click(nudge, day % 2 === 0 ? 'Done' : mark);
			}
		};
		// It begins on a Sunday; the seventh day after is one, too.
		await until(7, 'Not today');
		await anna().slash('nudges recap', { on: true });
		await until(14, 'Not today');
		await anna().slash('nudges recap', { on: false });
		await until(21, 'Not today');
		const recaps = texts.flatMap((text, day) =>
			text.includes('Your week') ? [[day, text.split('\n').at(-1)]] : [],
		);
		expect(recaps).toEqual([[14, 'Your week, done: sleep 3 of 7.']]);
	});

	test('unanswered nudges grow rare, rest, and come daily again at a tap', { timeout: 60_000 }, async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		const gaps: number[] = [];
		let last = 0;
		for (let day = 0; nudges().length < 20; day += 1) {
			const before = nudges().length;
			await gutsy.moveTo(NOW + HOUR + day * DAY + A_MOMENT);
			const isDue = day === 0 || day - last >= (before >= 14 ? 7 : before >= 7 ? 2 : 1);
			if (!isDue) continue;
			await gutsy.discord.until(() => nudges()[before]);
			if (day > 0) gaps.push(day - last);
			last = day;
		}
		expect(gaps).toEqual([...Array(6).fill(1), ...Array(7).fill(2), ...Array(6).fill(7)]);
		expect(await status()).toContain('comes weekly, because the last ones stayed unanswered');
		const weekly = nudges()[19];
		if (weekly === undefined) throw new Error('The weekly nudge did not come');
		await annaInDm().click(weekly, 'Yes, daily again');
		const again = await nudgeAt(NOW + HOUR + (last + 1) * DAY, 21);
		expect(again.text).not.toContain('weekly');
	});
});
