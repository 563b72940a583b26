import { sendSlots } from '../../src/redis/keys.ts';
import { openPrivateRedis, type PrivateRedis } from '../private-redis.ts';

export interface Store extends Pick<PrivateRedis, 'socketPath' | 'client' | 'close'> {
	/** Empties it and leaves it as after so long without a limit: the pace has had the time to climb. */
	reset(quietMs: number): Promise<void>;
}

export async function openStore(): Promise<Store> {
	const { socketPath, client, close } = await openPrivateRedis();
	return {
		socketPath,
		client,
		async reset(quietMs) {
			await client.flushall();
			await client.hset(sendSlots(), 'since', String((Date.now() - quietMs) * 1_000));
		},
		close,
	};
}
