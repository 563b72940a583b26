import { beforeEach, describe, expect, test } from 'vitest';
import { type AnswerTally, createAnswerTally, isInvalid } from '../../src/nudges/answer-tally.ts';
import { type BreakerChange, createBreaker } from '../../src/nudges/breaker.ts';
import { createSlots } from '../../src/nudges/slots.ts';
import { sendAnswers, sendBreaker } from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const never = new AbortController().signal;
const TEN_MINUTES = 600_000;

let changes: BreakerChange[] = [];
beforeEach(() => {
	changes = [];
});

/** A process that sends. */
function aProcess() {
	const tally = createAnswerTally();
	const onChange = (change: BreakerChange) => changes.push(change);
	const sending = { redis: redis.client, tally, onChange };
	return { tally, slots: createSlots({ ...sending, rate: 10_000 }), breaker: createBreaker(sending) };
}

function tallied(tally: AnswerTally, { sent = 0, refused = 0, invalid = 0 }): void {
	tally.restore({ sent, refused, invalid });
}

/** As if so much time had passed for the breaker. */
async function pass(ms: number): Promise<void> {
	for (const field of ['until', 'trial']) {
		const at = await redis.client.hget(sendBreaker(), field);
		if (at !== null) await redis.client.hset(sendBreaker(), field, String(Number(at) - ms * 1_000));
	}
}

/** As if what was counted had been so many minutes ago. */
async function age(minutes: number): Promise<void> {
	for (const counted of await redis.client.hvals(sendAnswers())) {
		const [minute, ...counts] = counted.split('.').map(Number);
		const then = (minute ?? 0) - minutes;
		await redis.client.del(sendAnswers());
		await redis.client.hset(sendAnswers(), then % 11, [then, ...counts].join('.'));
	}
}

describe('the breaker', () => {
	test('is closed at first, and costs no call of its own', async () => {
		const { slots } = aProcess();
		expect(await slots.take(never)).toEqual({ kind: 'go', trial: false });
		expect(await redis.client.exists(sendBreaker(), sendAnswers())).toBe(0);
	});

	test('halts the direct messages of all processes for ten minutes, and nothing else', async () => {
		const [a, b] = [aProcess(), aProcess()];
		await a.breaker.trip();
		for (const turn of [await b.slots.take(never), await b.slots.takeSoon('message', never)]) {
			expect(turn).toEqual({ kind: 'halted', forMs: expect.closeTo(TEN_MINUTES, -4) });
		}
		expect(await b.slots.takeSoon('other', never)).toEqual({ kind: 'go', trial: false });
	});

	test('is told of once, however often it is tripped', async () => {
		const [a, b] = [aProcess(), aProcess()];
		await Promise.all([a.breaker.trip(), b.breaker.trip(), a.breaker.trip()]);
		expect(changes).toEqual(['too fast']);
	});

	test('then lets one message try, and another when nothing is heard of that one', async () => {
		const [a, b] = [aProcess(), aProcess()];
		await a.breaker.trip();
		await pass(TEN_MINUTES);
		expect(await a.slots.take(never)).toEqual({ kind: 'go', trial: true });
		expect(await b.slots.take(never)).toEqual({ kind: 'halted', forMs: expect.closeTo(60_000, -4) });
		await pass(60_000);
		expect(await b.slots.takeSoon('message', never)).toEqual({ kind: 'go', trial: true });
	});

	test('closes for all when the one that tried arrived', async () => {
		const [a, b] = [aProcess(), aProcess()];
		await a.breaker.trip();
		await pass(TEN_MINUTES);
		await a.slots.take(never);
		await a.breaker.close();
		expect(await b.slots.take(never)).toEqual({ kind: 'go', trial: false });
		await b.breaker.close();
		expect(changes).toEqual(['too fast', 'closed']);
	});

	test('stays open for ten more minutes when the one that tried was too fast, too', async () => {
		const { breaker, slots } = aProcess();
		await breaker.trip();
		await pass(TEN_MINUTES);
		await slots.take(never);
		await breaker.trip();
		expect(await slots.take(never)).toEqual({ kind: 'halted', forMs: expect.closeTo(TEN_MINUTES, -4) });
		expect(changes).toEqual(['too fast']);
	});

	test('is not kept open by a time from before the clock was put back', async () => {
		const { breaker, slots } = aProcess();
		await breaker.trip();
		await pass(-3_600_000);
		expect(await slots.take(never)).toEqual({ kind: 'go', trial: true });
	});

	test('is forgotten after a day in which nobody tried', async () => {
		await aProcess().breaker.trip();
		expect(await redis.client.ttl(sendBreaker())).toBe(86_400);
	});
});

describe('what is counted', () => {
	test.each([
		['twenty refusals', { refused: 20 }, ['refusals']],
		['twenty refusals and almost as many arrivals', { refused: 20, sent: 19 }, ['refusals']],
		['as many arrivals', { refused: 20, sent: 20 }, []],
		['nineteen refusals', { refused: 19 }, []],
		['a thousand invalid requests', { invalid: 1_000, sent: 5_000 }, ['invalid requests']],
		['one less', { invalid: 999 }, []],
	])('opens it or not: %s', async (_case, counts, expected) => {
		const { tally, slots } = aProcess();
		tallied(tally, counts);
		const turn = await slots.take(never);
		expect(turn.kind).toBe(expected.length > 0 ? 'halted' : 'go');
		expect(changes).toEqual(expected);
	});

	test('is added up over processes, and travels with slots or alone', async () => {
		const [a, b] = [aProcess(), aProcess()];
		tallied(a.tally, { refused: 10 });
		await a.slots.takeSoon('other', never);
		tallied(b.tally, { refused: 10 });
		await b.breaker.report();
		await b.breaker.report();
		expect(changes).toEqual(['refusals']);
	});

	test.each([
		['refusals', { refused: 10 }, 4, ['refusals']],
		['refusals', { refused: 10 }, 5, []],
		['invalid requests', { invalid: 500 }, 9, ['invalid requests']],
		['invalid requests', { invalid: 500 }, 10, []],
		['invalid requests', { invalid: 500 }, 11, []],
	])('of %s is held together with what was %j %i minutes ago', async (_what, counts, minutes, expected) => {
		const { tally, breaker } = aProcess();
		tallied(tally, counts);
		await breaker.report();
		await age(minutes);
		tallied(tally, counts);
		await breaker.report();
		expect(changes).toEqual(expected);
	});

	test('expires by itself', async () => {
		const { tally, breaker } = aProcess();
		tallied(tally, { sent: 1 });
		await breaker.report();
		expect(await redis.client.ttl(sendAnswers())).toBe(660);
	});

	test('has had its effect when the breaker opens', async () => {
		const { tally, breaker, slots } = aProcess();
		tallied(tally, { refused: 20 });
		await breaker.report();
		await pass(TEN_MINUTES);
		await slots.take(never);
		await breaker.close();
		tallied(tally, { refused: 1 });
		expect(await slots.take(never)).toEqual({ kind: 'go', trial: false });
	});

	test('is kept for the next call when it could not be reported', async () => {
		const { tally, breaker } = aProcess();
		await redis.client.set(sendAnswers(), 'no hash');
		tallied(tally, { refused: 2, sent: 1 });
		await expect(breaker.report()).rejects.toThrow();
		expect(tally.drain()).toEqual({ sent: 1, refused: 2, invalid: 0 });
	});
});

test.each([
	[401, 'user', true],
	[403, 'user', true],
	[429, 'user', true],
	[429, 'global', true],
	[429, 'shared', false],
	[404, 'user', false],
])('an answer of %i with the scope %s counts towards a ban: %s', (status, scope, counts) => {
	expect(isInvalid({ status, scope })).toBe(counts);
});
