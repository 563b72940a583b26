import { describe, expect, test } from 'vitest';
import { useRoad } from './road.ts';

const road = useRoad();
const MEMBER = '123456789012345678';
const DAY_MS = 86_400_000;

/** Has a diet nudge at eight on so many days, one after another, and waits until each has its outcome. */
async function days(count: number, onDay: (day: number) => Promise<unknown> = async () => {}): Promise<void> {
	const ticker = await road().ticker();
	await road().worker();
	for (let day = 0; day < count; day += 1) {
		road().clock.pass(DAY_MS);
		await ticker.clockMoved();
		await road().drained();
		await onDay(day);
	}
}

/** Days of January on which something came. */
const sentOn = () => road().receiver.messages.map(({ day }) => new Date(day * DAY_MS).getUTCDate());

async function optInAtEight(topics = 'diet'): Promise<void> {
	await road().optIn(MEMBER, topics, '8');
	road().clock.set('2026-01-05T08:00:05Z');
}

const last = () => road().receiver.messages.at(-1);

describe('nudges left unanswered', () => {
	test('come every other day, then weekly with a question, then rest and say so once', {
		timeout: 60_000,
	}, async () => {
		await optInAtEight();
		await days(150);
		const { messages } = road().receiver;
		const gaps = messages.slice(1).map(({ day }, index) => day - (messages[index]?.day ?? 0));
		expect(gaps.slice(0, 6)).toEqual([1, 1, 1, 1, 1, 1]);
		expect(gaps.slice(6, 13)).toEqual([2, 2, 2, 2, 2, 2, 2]);
		expect(new Set(gaps.slice(13))).toEqual(new Set([7]));
		expect(messages.map(({ asksToKeep }) => asksToKeep).indexOf(true)).toBe(14);
		expect(messages).toHaveLength(31);
		expect(messages[30]).toMatchObject({ nudges: [], resting: ['diet'] });
		expect((await road().nudges.status(MEMBER))?.topics[0]).toMatchObject({
			rhythm: 'resting',
			nextAt: undefined,
		});
	});

	test('come daily again after one answer, or one tap to keep them', { timeout: 60_000 }, async () => {
		await optInAtEight();
		await days(12, async (day) => {
			const message = last();
			if (day === 9 && message)
				await road().answers.answer(MEMBER, { day: message.day, topics: ['diet'], mark: 'done' });
		});
		expect(sentOn()).toEqual([6, 7, 8, 9, 10, 11, 12, 14, 16, 17]);
		expect((await road().nudges.status(MEMBER))?.topics[0]?.history.size).toBe(8);
		await road().answers.keep(MEMBER);
		expect((await road().nudges.status(MEMBER))?.topics[0]?.open).toEqual([]);
	});
});

describe('a pause', () => {
	test('keeps everything away until its day, then goes on', async () => {
		await optInAtEight();
		await road().nudges.pause(MEMBER, '3 days');
		expect((await road().nudges.status(MEMBER))?.topics[0]?.nextAt).toBe(Date.parse('2026-01-08T08:00Z'));
		await days(4);
		expect(sentOn()).toEqual([8, 9]);
	});

	test('ends at once with resume', async () => {
		await optInAtEight();
		await road().nudges.pause(MEMBER, '1 week');
		await road().nudges.resume(MEMBER);
		await days(1);
		expect(sentOn()).toEqual([6]);
	});
});

describe('quiet hours', () => {
	test('skip a nudge that comes too late into them', async () => {
		await road().optIn(MEMBER, 'diet', '8');
		await road().nudges.keepQuiet(MEMBER, { from: '8:30', to: '10' });
		const ticker = await road().ticker();
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		road().clock.set('2026-01-05T08:31:00Z');
		await road().worker();
		await road().drained();
		expect(road().receiver.posts).toEqual([]);
		expect(road().counter.of('late')).toBe(1);
	});

	test('are refused where a nudge is wanted', async () => {
		await road().optIn(MEMBER, 'diet', '8');
		await expect(road().nudges.keepQuiet(MEMBER, { from: '7', to: '9' })).rejects.toThrow(
			/diet nudge at 08:00/,
		);
		await expect(road().nudges.keepQuiet(MEMBER, { from: '7', to: '7' })).rejects.toThrow(/22:00 to 07:00/);
	});
});

describe('a nudge put off', () => {
	test('comes once more, and leaves the daily time alone', async () => {
		await road().optIn(MEMBER, 'diet', '8');
		const ticker = await road().ticker();
		await road().worker();
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		await road().counter.until('sent', 1);
		const day = last()?.day;
		if (day === undefined) throw new Error('Nothing came');
		const at = await road().answers.putOff(MEMBER, { day, topics: ['diet'] }, '3h');
		expect(at).toBe(Date.parse('2026-01-05T11:00:05Z'));
		await road().tickAt(ticker, '2026-01-05T10:59:00Z');
		await road().drained();
		expect(road().receiver.messages).toHaveLength(1);
		await road().tickAt(ticker, '2026-01-05T11:01:10Z');
		await road().tickAt(ticker, '2026-01-05T11:01:25Z');
		await road().counter.until('sent', 2);
		await road().drained();
		const [first, second] = road().receiver.messages;
		expect(second).toMatchObject({ day, nudges: first?.nudges });
		expect(second?.nonce).not.toBe(first?.nonce);
		await road().tickAt(ticker, '2026-01-06T08:00:05Z');
		await road().counter.until('sent', 3);
		await road().drained();
		expect(road().receiver.messages).toHaveLength(3);
	});

	test.each([
		['answered meanwhile', () => answerToday()],
		['stopped meanwhile', () => road().nudges.stop(MEMBER)],
		['paused meanwhile', () => road().nudges.pause(MEMBER, 'tomorrow')],
	])('does not come when it was %s', async (_case, change) => {
		await putOffToday();
		await change();
		const ticker = await road().ticker();
		await road().tickAt(ticker, '2026-01-05T09:01:30Z');
		await road().drained();
		expect(road().receiver.messages).toHaveLength(1);
	});

	test('is skipped when it could only come hours too late', async () => {
		await putOffToday();
		const ticker = await road().ticker();
		await road().tickAt(ticker, '2026-01-05T13:00:00Z');
		await road().drained();
		expect(road().receiver.messages).toHaveLength(1);
		expect(road().counter.of('late')).toBe(1);
		expect((await road().nudges.status(MEMBER))?.putOff).toEqual([]);
	});

	test('until this evening comes at seven by the member’s clock, unless it is evening', async () => {
		await putOffToday();
		const day = last()?.day;
		if (day === undefined) throw new Error('Nothing came');
		const put = () => road().answers.putOff(MEMBER, { day, topics: ['diet'] }, 'evening');
		expect(await put()).toBe(Date.parse('2026-01-05T19:00Z'));
		road().clock.set('2026-01-05T19:30Z');
		await expect(put()).rejects.toThrow(/evening already/);
	});
});

async function putOffToday(): Promise<void> {
	await road().optIn(MEMBER, 'diet', '8');
	const ticker = await road().ticker();
	await road().worker();
	await road().tickAt(ticker, '2026-01-05T08:00:05Z');
	await road().counter.until('sent', 1);
	const day = last()?.day;
	if (day !== undefined) await road().answers.putOff(MEMBER, { day, topics: ['diet'] }, '1h');
}

async function answerToday(): Promise<void> {
	const day = last()?.day;
	if (day !== undefined) await road().answers.answer(MEMBER, { day, topics: ['diet'], mark: 'done' });
}

describe('a programme', () => {
	test('comes step by step, with words at its beginning, middle and end, then daily nudges go on', {
		timeout: 60_000,
	}, async () => {
		const plan = await road().nudges.plan({
			memberId: MEMBER,
			topics: 'diet',
			time: '8',
			timeZone: 'UTC',
			exact: true,
			programme: true,
		});
		await road().nudges.start(plan, { channelId: '200', consent: { version: 1, at: 0 } });
		road().clock.set('2026-01-05T08:00:05Z');
		await days(16, async () => {
			const message = last();
			if (message) await road().answers.answer(MEMBER, { day: message.day, topics: ['diet'], mark: 'done' });
		});
		const steps = road().receiver.messages.map(({ nudges }) => nudges[0]?.programme);
		expect(steps.map((step) => step?.day)).toEqual([
			...Array.from({ length: 14 }, (_, index) => index + 1),
			undefined,
			undefined,
		]);
		expect(steps.map((step) => step?.words).filter((words) => words !== undefined)).toEqual([
			'Start',
			'Middle',
			'End',
		]);
	});

	test('can be left', async () => {
		await optInAtEight();
		await expect(road().nudges.leaveProgramme(MEMBER, 'diet')).rejects.toThrow(/No programme is running/);
	});
});

test('weeks 4, 10 and 26 bring what the evidence says, once each', { timeout: 60_000 }, async () => {
	await optInAtEight();
	await days(190, async () => {
		const message = last();
		if (message)
			await road().answers.answer(MEMBER, { day: message.day, topics: ['diet'], mark: 'not-today' });
	});
	const said = road().receiver.messages.flatMap(({ expectation, day }) =>
		expectation ? [[expectation.week, day - 20_458]] : [],
	);
	expect(said).toEqual([
		[4, 28],
		[10, 70],
		[26, 182],
	]);
});

test('Sunday looks back on the week, for who asked', async () => {
	await optInAtEight();
	await road().nudges.setRecap(MEMBER, true);
	await days(9, async (day) => {
		const message = last();
		if (message && day % 2 === 0)
			await road().answers.answer(MEMBER, { day: message.day, topics: ['diet'], mark: 'done' });
	});
	const recaps = road().receiver.messages.map(({ recap }) => recap);
	expect(recaps.filter((recap) => recap !== undefined)).toEqual(['Your week, done: diet 3 of 5.']);
	expect(recaps.findIndex((recap) => recap !== undefined)).toBe(5);
});

describe('an answer', () => {
	test('to a nudge more than 30 days old is refused', async () => {
		await optInAtEight();
		await days(1);
		const day = last()?.day;
		road().clock.pass(31 * DAY_MS);
		if (day === undefined) throw new Error('Nothing came');
		const late = road().answers.answer(MEMBER, { day, topics: ['diet'], mark: 'done' });
		await expect(late).rejects.toThrow(/more than 30 days old/);
	});

	test('tells first, again and too late apart', async () => {
		await optInAtEight();
		await days(1);
		const day = last()?.day;
		if (day === undefined) throw new Error('Nothing came');
		const answer = () => road().answers.answer(MEMBER, { day, topics: ['diet'], mark: 'done' });
		expect(await answer()).toBe('noted');
		expect(await answer()).toBe('already');
		await road().nudges.stop(MEMBER);
		expect(await answer()).toBe('stopped');
	});
});
