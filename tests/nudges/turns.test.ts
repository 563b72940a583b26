import { describe, expect, test, vi } from 'vitest';
import { createAnswerTally } from '../../src/nudges/answer-tally.ts';
import type { Breaker } from '../../src/nudges/breaker.ts';
import type { Slots } from '../../src/nudges/slots.ts';
import { createTurns } from '../../src/nudges/turns.ts';

const never = new AbortController().signal;

function set() {
	const tally = createAnswerTally();
	const reported: number[] = [];
	const breaker = {
		trip: vi.fn<Breaker['trip']>(async () => {}),
		close: vi.fn<Breaker['close']>(async () => {}),
		report: vi.fn<Breaker['report']>(async () => {
			reported.push(tally.drain().invalid);
		}),
	};
	const slots = {
		takeSoon: vi.fn<Slots['takeSoon']>(async () => ({ kind: 'go', trial: false })),
		slowDown: vi.fn<Slots['slowDown']>(async () => {}),
	};
	const onFailure = vi.fn();
	return { turns: createTurns({ slots, breaker, tally, onFailure }), slots, breaker, reported, onFailure };
}

describe('turns', () => {
	test('are slots', async () => {
		const { turns, slots } = set();
		slots.takeSoon.mockResolvedValueOnce({ kind: 'halted', forMs: 5 });
		expect(await turns.take('message', never)).toEqual({ kind: 'halted', forMs: 5 });
		expect(slots.takeSoon).toHaveBeenCalledWith('message', never);
	});

	test('are not waited for while Redis is away', async () => {
		const { turns, slots, breaker, onFailure } = set();
		const away = new Error('Redis is away');
		slots.takeSoon.mockRejectedValue(away);
		breaker.trip.mockRejectedValue(away);
		expect(await turns.take('message', never)).toEqual({ kind: 'go', trial: false });
		await turns.tooFast();
		expect(onFailure.mock.calls).toEqual([[away], [away]]);
	});

	test('are given up by who does not wait any longer', async () => {
		const { turns, slots, onFailure } = set();
		slots.takeSoon.mockImplementation(async (_purpose, signal) => {
			signal.throwIfAborted();
			return { kind: 'go', trial: false };
		});
		await expect(turns.take('other', AbortSignal.abort())).rejects.toThrow();
		expect(onFailure).not.toHaveBeenCalled();
	});

	test('that tried and arrived close the breaker, others leave it', async () => {
		const { turns, breaker } = set();
		await turns.arrived({ kind: 'go', trial: false });
		expect(breaker.close).not.toHaveBeenCalled();
		await turns.arrived({ kind: 'go', trial: true });
		expect(breaker.close).toHaveBeenCalledOnce();
	});

	test('slow down after a limit for the whole bot', () => {
		const { turns, slots } = set();
		turns.refused({ status: 429, scope: 'global', retryAfterMs: 700 });
		turns.refused({ status: 429, scope: 'user', retryAfterMs: 700 });
		expect(slots.slowDown.mock.calls).toEqual([[700]]);
	});

	test('report what counts towards a ban, many at once together', async () => {
		const { turns, reported } = set();
		for (let count = 0; count < 5; count += 1) turns.refused({ status: 403, scope: 'user', retryAfterMs: 0 });
		turns.refused({ status: 429, scope: 'shared', retryAfterMs: 0 });
		await vi.waitFor(() => expect(reported.reduce((sum, count) => sum + count, 0)).toBe(5));
	});
});
