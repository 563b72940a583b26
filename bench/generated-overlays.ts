import type { Entry } from '../src/faq/entry.ts';
import type { StoredState } from '../src/moderation/stored-state.ts';
import * as keys from '../src/redis/keys.ts';
import type { RedisClient } from '../src/redis/redis-client.ts';
import { generateEntries } from './generated-entries.ts';

const MODERATOR = '111111111111111111';
const OVERRIDES = 5;
const OWN = 5;
const DIFFERENT = 30_000;
const MOST_NAMES = 5;
const AT_ONCE = 200;

export function guildOf(server: number): string {
	return String(900_000_000_000_000_000n + BigInt(server));
}

/** What each of many servers has made of its answers: five shipped entries in other words, and five of its own. */
export function overlayMaker(
	shipped: readonly Entry[],
): (server: number) => ReadonlyMap<string, StoredState> {
	const added = generateEntries(DIFFERENT);
	const state = ({ title, topic, aliases, answer }: Entry, more = ''): StoredState => ({
		version: 1,
		by: MODERATOR,
		at: 1_700_000_000_000,
		texts: { title, topic, aliases: aliases.slice(0, MOST_NAMES), answer: `${answer}${more}` },
	});
	return (server) => {
		const own = take(added, server * OWN, OWN);
		const overrides = take(shipped, server * OVERRIDES, OVERRIDES);
		return new Map([
			...overrides.map((entry, index) => [entry.id, state(entry, ` ${own[index]?.answer}`)] as const),
			...own.map((entry) => [entry.id, state(entry)] as const),
		]);
	};
}

/** Stores servers' overlays as moderators' changes would have left them. */
export async function storeOverlays(
	redis: RedisClient,
	servers: number,
	overlayOf: (server: number) => ReadonlyMap<string, StoredState>,
): Promise<void> {
	for (let from = 0; from < servers; from += AT_ONCE) {
		const some = Array.from({ length: Math.min(AT_ONCE, servers - from) }, (_none, index) => from + index);
		await Promise.all(
			some.flatMap((server) => [
				redis.hset(
					keys.overlay(guildOf(server)),
					Object.fromEntries([...overlayOf(server)].map(([id, state]) => [id, JSON.stringify(state)])),
				),
				redis.set(keys.overlayVersion(guildOf(server)), 1),
			]),
		);
	}
}

function take<T>(all: readonly T[], from: number, count: number): T[] {
	return Array.from({ length: count }, (_none, index) => all[(from + index) % all.length]).filter(
		(each) => each !== undefined,
	);
}
