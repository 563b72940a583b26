import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ServerChanges } from '../../src/privacy/servers.ts';
import { watchServers } from '../../src/privacy/watch-servers.ts';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
	vi.useRealTimers();
});

const HOUR = 3_600_000;
const NOTHING: ServerChanges = { left: 0, cameBack: 0, erased: 0 };

function aWatch(look: (count: number) => Promise<ServerChanges> = async () => NOTHING) {
	let looks = 0;
	let now = 0;
	const heard: unknown[] = [];
	const watch = watchServers({
		servers: {
			look() {
				looks += 1;
				return look(looks);
			},
		},
		onChange: (changes) => heard.push(changes),
		onFailure: (error) => heard.push(error),
		monotonic: () => now,
	});
	return {
		watch,
		heard,
		looks: () => looks,
		pass(ms: number) {
			now += ms;
			return vi.advanceTimersByTimeAsync(ms);
		},
	};
}

describe('the watch over servers', () => {
	test('looks at the start and every hour, until it is closed', async () => {
		const { watch, looks, pass } = aWatch();
		await pass(0);
		expect(looks()).toBe(1);
		await pass(2 * HOUR);
		expect(looks()).toBe(3);
		await watch.close();
		await pass(2 * HOUR);
		expect(looks()).toBe(3);
	});

	test('looks at once when there is a suspicion, but not for each of many', async () => {
		const { watch, looks, pass } = aWatch();
		await pass(0);
		for (let count = 0; count < 100; count += 1) watch.suspect();
		await pass(0);
		expect(looks()).toBe(2);
		await pass(60_000);
		watch.suspect();
		await watch.close();
		expect(looks()).toBe(3);
	});

	test('tells of what changed and of what failed, and goes on', async () => {
		const failure = new Error('Discord is away');
		const changes = { ...NOTHING, left: 1 };
		const { watch, heard, pass } = aWatch(async (count) => {
			if (count === 1) throw failure;
			return count === 2 ? changes : NOTHING;
		});
		await pass(2 * HOUR);
		await watch.close();
		expect(heard).toEqual([failure, changes]);
	});
});
