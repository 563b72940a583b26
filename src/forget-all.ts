import { connectRedis } from './redis/connect.ts';
import type { RedisTarget } from './redis/redis-target.ts';

/** Empties a store that is ours alone, for a demo that begins anew. */
export async function forgetAll(target: RedisTarget): Promise<void> {
	const { commands, close } = await connectRedis(target, { onError: () => {} });
	try {
		await commands.flushall();
	} finally {
		await close();
	}
}
