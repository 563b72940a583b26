import { expect, test } from 'vitest';
import { runChaos } from '../../scripts/chaos/run-chaos.ts';
import { testRedisBinary } from '../support/redis.ts';

test('nudges survive it that everything is killed', { timeout: 240_000 }, async () => {
	const binary = await testRedisBinary();
	const { due, sent, problems, kills, messages } = await runChaos({ seed: 3, deliveries: 300, binary });
	expect(problems).toEqual([]);
	expect(due.losses).toEqual([]);
	expect(sent.wrongs).toEqual([]);
	expect(kills).toBeGreaterThanOrEqual(6);
	expect(due.due).toBeGreaterThan(250);
	expect(due.arrived).toBeGreaterThan(0.9 * due.due);
	expect(messages).toBeGreaterThan(150);
});
