import type { RedisClient } from '../../src/redis/redis-client.ts';

/**
 * Tells what a member's record was when a change replaced it. The script compares it with what is stored, so it tells to
 * the very command of Redis whether a message was under way.
 */
export function watchChanges(
	redis: RedisClient,
	onAttempt: (memberId: string, record: string) => void,
): RedisClient {
	const heed = (count: unknown, rest: readonly unknown[]) => {
		// Only the change of a record expects one: member, record before, record after.
		const [memberId, record] = rest.slice(Number(count));
		if (typeof memberId === 'string' && typeof record === 'string') onAttempt(memberId, record);
	};
	return new Proxy(redis, {
		get(target, name) {
			const found: unknown = Reflect.get(target, name);
			if (typeof found !== 'function') return found;
			return (...args: readonly unknown[]) => {
				if (name === 'evalsha' || name === 'eval') heed(args[1], args.slice(2));
				return Reflect.apply(found, target, args);
			};
		},
	});
}
