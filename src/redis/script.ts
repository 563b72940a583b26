import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** What a script needs of a client; every `RedisClient` has it. */
export type ScriptClient = Pick<Redis, 'eval' | 'evalsha'>;

export interface ScriptDefinition {
	/** How many keys it touches, where that is always the same; on a cluster all of one hash tag. */
	readonly keys?: number;
	readonly lua: string;
}

/** Runs the script in one round trip; its reply is unchecked, so parse it. */
export type RedisScript = (
	client: ScriptClient,
	keys: readonly string[],
	args: readonly (string | number)[],
) => Promise<unknown>;

/** Makes a Lua script callable. Its text travels only when the server does not know it yet. */
export function defineScript({ keys: count, lua }: ScriptDefinition): RedisScript {
	const digest = createHash('sha1').update(lua).digest('hex');
	return async (client, keys, args) => {
		if (count !== undefined && keys.length !== count)
			throw new Error(`The script takes ${count} keys, not ${keys.length}`);
		try {
			return await client.evalsha(digest, keys.length, ...keys, ...args);
		} catch (error) {
			if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
			return client.eval(lua, keys.length, ...keys, ...args);
		}
	};
}
