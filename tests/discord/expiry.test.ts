import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { button, buttons, card, select, text } from '../../src/discord/components.ts';
import { createExpiries } from '../../src/discord/expiry.ts';

const MINUTE = 60_000;

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const question = (...ids: string[]) => [
	card(text('Sure?'), buttons(...ids.map((id) => button(id, id)))),
	select(`select-${ids[0]}`, 'Or pick', [{ label: 'One', value: '1' }]),
];

/** Messages that say their name when they expire. */
function someMessages() {
	const expired: string[] = [];
	const failures: unknown[] = [];
	const expiries = createExpiries((error) => failures.push(error));
	const ask = (name: string, ...ids: string[]) =>
		expiries.watch(question(...ids), MINUTE, async () => {
			expired.push(name);
		});
	return { expired, failures, expiries, ask };
}

describe('a question', () => {
	test('is taken back when nobody answers in time, and not before', () => {
		const { expired, ask } = someMessages();
		ask('delete?', 'yes', 'no');
		vi.advanceTimersByTime(MINUTE - 1);
		expect(expired).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(expired).toEqual(['delete?']);
		vi.advanceTimersByTime(MINUTE);
		expect(expired).toEqual(['delete?']);
	});

	test.each(['yes', 'no', 'select-yes'])('is left as it becomes once its “%s” is used', (id) => {
		const { expired, expiries, ask } = someMessages();
		ask('delete?', 'yes', 'no');
		expiries.used(id);
		vi.advanceTimersByTime(MINUTE);
		expect(expired).toEqual([]);
	});

	test('is taken back whatever else is used', () => {
		const { expired, expiries, ask } = someMessages();
		ask('delete?', 'yes');
		ask('hide?', 'hide');
		expiries.used('hide');
		expiries.used('unknown');
		vi.advanceTimersByTime(MINUTE);
		expect(expired).toEqual(['delete?']);
	});

	test('that was asked twice is not said to be unanswered after either was', () => {
		const { expired, expiries, ask } = someMessages();
		ask('first', 'yes');
		vi.advanceTimersByTime(10_000);
		ask('second', 'yes');
		expiries.used('yes');
		vi.advanceTimersByTime(MINUTE);
		expect(expired).toEqual([]);
	});

	test('that was asked twice can still be answered after the first was taken back', () => {
		const { expired, expiries, ask } = someMessages();
		ask('first', 'yes');
		vi.advanceTimersByTime(10_000);
		ask('second', 'yes');
		vi.advanceTimersByTime(MINUTE - 10_000);
		expiries.used('yes');
		vi.advanceTimersByTime(MINUTE);
		expect(expired).toEqual(['first']);
	});

	test('that cannot be taken back is reported', async () => {
		const { failures, expiries } = someMessages();
		expiries.watch(question('yes'), MINUTE, () => Promise.reject(new Error('gone')));
		await vi.advanceTimersByTimeAsync(MINUTE);
		expect(failures).toEqual([new Error('gone')]);
	});

	test('keeps no process alive', () => {
		const { ask } = someMessages();
		vi.useRealTimers();
		const unref = vi.spyOn(Object.getPrototypeOf(setTimeout(() => undefined, 0)), 'unref');
		ask('delete?', 'yes');
		expect(unref).toHaveBeenCalledOnce();
	});
});
