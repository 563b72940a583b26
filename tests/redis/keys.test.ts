import { describe, expect, test } from 'vitest';
import { KEPT } from '../../src/redis/kept.ts';
import * as keys from '../../src/redis/keys.ts';

const { QUEUE_PREFIX, OVERLAY_CHANGED, NUDGE_SHARDS, NUDGE_BUCKETS, POST_BUCKETS, ...makers } = keys;

/** Calls a key's function with a number for each parameter, which fits every kind of parameter. */
function example(make: (...args: never[]) => string): string {
	return Reflect.apply(make, undefined, [3, 540, 7].slice(0, make.length));
}

const made = Object.entries(makers).map(([name, make]) => [name, example(make)] as const);

/** A pattern of the table as a regular expression. */
function matcher(pattern: string): RegExp {
	const parts = pattern.split(/<\w+>/).map((part) => part.replace(/[{}]/g, '\\$&'));
	return new RegExp(`^${parts.join('[^:{}]+')}$`);
}

describe('keys', () => {
	test.each(made)('%s is ours and carries one hash tag', (_name, key) => {
		expect(key).toMatch(/^gutsy:\{[^{}]+\}[^{}]*$/);
	});

	test.each(made)('%s is told about once', (_name, key) => {
		expect(KEPT.filter(({ pattern }) => matcher(pattern).test(key))).toHaveLength(1);
	});

	test('nothing is told about that is not stored', () => {
		expect(KEPT).toHaveLength(made.length + 1);
		expect(KEPT.map(({ pattern }) => pattern)).toContain(`${QUEUE_PREFIX}:<queue>:<part>`);
	});

	test.each([
		["a server's answers", keys.overlay('7'), [keys.overlayHistory('7')]],
		[
			'a shard of the nudges',
			keys.cursor(3),
			[keys.dueSet(3, 'Europe/Berlin', 540), keys.memberRecords(3, 5), keys.zonesInUse(3)],
		],
	])('%s share a slot', (_what, key, others) => {
		const tag = /\{.*\}/.exec(key)?.[0];
		for (const other of others) expect(other).toContain(tag);
	});
});
