import { Redis } from 'ioredis';
import { afterEach, describe, expect, test } from 'vitest';
import { openChangeFeed } from '../../src/moderation/change-feed.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const listeners: Redis[] = [];

afterEach(() => {
	for (const listener of listeners.splice(0)) listener.disconnect();
});

/** A process that listens, and a promise for the next news it gets. */
async function aProcess() {
	const news: (string | undefined)[] = [];
	let heard = () => {};
	const listener = new Redis({ path: redis.socketPath, lazyConnect: true, retryStrategy: () => 10 });
	listener.on('error', () => undefined);
	listeners.push(listener);
	const feed = await openChangeFeed({
		redis: redis.client,
		listener,
		onChange: (guildId) => {
			news.push(guildId);
			heard();
		},
	});
	const until = (guildId: string | undefined) =>
		new Promise<void>((resolve) => {
			heard = () => (news.includes(guildId) ? resolve() : undefined);
			heard();
		});
	return { feed, news, until };
}

describe('the change feed', () => {
	test('tells every process which server changed', async () => {
		const [one, other] = [await aProcess(), await aProcess()];
		await one.feed.announce('900');
		await Promise.all([one.until('900'), other.until('900')]);
		expect(other.news.filter((guildId) => guildId !== undefined)).toEqual(['900']);
	});

	test('lets nothing but a server id through', async () => {
		const process = await aProcess();
		await redis.client.publish('gutsy:overlay-changed', 'not an id');
		await process.feed.announce('901');
		await process.until('901');
		expect(process.news.filter((guildId) => guildId !== undefined)).toEqual(['901']);
	});

	test('says that anything may have changed when the connection is back after an outage', async () => {
		const process = await aProcess();
		process.news.length = 0;
		await redis.stop();
		await redis.restart();
		await process.until(undefined);
		expect(process.news).toEqual([undefined]);
	});
});
