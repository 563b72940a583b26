import { checkServer } from './check-server.ts';
import type { RedisClient } from './redis-client.ts';

interface Demand {
	/** Whether somebody asked for a server that writes nothing to disk. */
	readonly mayForget?: boolean | undefined;
	/** Told of each other danger to what is stored. */
	warn(words: string): void;
}

/** @throws Error when the server would lose everything at its next restart and nobody asked for that. */
export async function demandPersistence(
	client: RedisClient,
	{ mayForget = false, warn }: Demand,
): Promise<void> {
	for (const { kind, words } of await checkServer(client)) {
		if (kind === 'forgets' && !mayForget)
			throw new Error(`${words}, or set REDIS_MAY_FORGET=yes to start all the same`);
		warn(words);
	}
}
