import { describe, expect, test } from 'vitest';
import { createShutdown } from '../../src/ops/shutdown.ts';
import { aLog } from '../support/a-log.ts';

describe('a shutdown', () => {
	test('closes what was started last first, once', async () => {
		const closed: string[] = [];
		const shutdown = createShutdown(aLog());
		for (const name of ['redis', 'discord', 'gutsy']) await shutdown.add(async () => closed.push(name));
		await Promise.all([shutdown.run(), shutdown.run()]);
		expect(closed).toEqual(['gutsy', 'discord', 'redis']);
	});

	test('goes on when something cannot be closed, and says so', async () => {
		const closed: string[] = [];
		const log = aLog();
		const shutdown = createShutdown(log);
		await shutdown.add(async () => closed.push('redis'));
		await shutdown.add(() => Promise.reject(new Error('stuck')));
		await shutdown.run();
		expect(closed).toEqual(['redis']);
		expect(log.lines).toEqual([expect.objectContaining({ level: 'error' })]);
	});

	test('closes at once what is started during it', async () => {
		const closed: string[] = [];
		const shutdown = createShutdown(aLog());
		await shutdown.run();
		await shutdown.add(async () => closed.push('late'));
		expect(closed).toEqual(['late']);
	});
});
