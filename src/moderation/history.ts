import type { Snowflake } from '../core/snowflake.ts';
import * as keys from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { takeOverHistory } from './former-history.ts';
import { type Revision, type ShippedTexts, storedRevisionWith } from './stored-state.ts';

/** A page of history, newest first; `next` is where the next one begins. */
export interface HistoryPage {
	readonly revisions: readonly Revision[];
	readonly next: number | undefined;
}

/** Every step on the way to a server's answers. One that cannot be read is reported and left out. */
export interface History {
	/** Of one entry, or of all: those before a number (or the newest). */
	history(
		guildId: Snowflake,
		page: { entry?: string | undefined; before?: number | undefined; most: number },
	): Promise<HistoryPage>;
	revision(guildId: Snowflake, n: number): Promise<Revision | undefined>;
	/** The revisions of one change. */
	revisionsOf(guildId: Snowflake, change: string): Promise<readonly Revision[]>;
}

interface Dependencies {
	redis: RedisClient;
	shipped: ShippedTexts;
	onCorrupt(error: unknown): void;
}

export function createHistory({ redis, shipped, onCorrupt }: Dependencies): History {
	const form = storedRevisionWith(shipped);
	const catchUp = (guildId: Snowflake) => takeOverHistory(redis, guildId, { shipped, onCorrupt });

	function parse(key: string, raw: string): Revision[] {
		try {
			return [parseStored(form, key, raw)];
		} catch (error) {
			onCorrupt(error);
			return [];
		}
	}

	async function readRevisions(guildId: Snowflake, numbers: readonly number[]): Promise<Revision[]> {
		if (numbers.length === 0) return [];
		const key = keys.revisions(guildId);
		const found = await redis.hmget(key, ...numbers.map(String));
		return found.flatMap((raw, index) => (raw === null ? [] : parse(`${key} ${numbers[index]}`, raw)));
	}

	return {
		async history(guildId, { entry, before, most }) {
			await catchUp(guildId);
			const numbers =
				entry === undefined
					? descending((before ?? (await redis.hlen(keys.revisions(guildId))) + 1) - 1, most + 1)
					: (await redis.lrange(keys.revisionsOf(guildId, entry), 0, -1))
							.map(Number)
							.filter((n) => before === undefined || n < before)
							.reverse()
							.slice(0, most + 1);
			const shown = numbers.slice(0, most);
			return {
				revisions: await readRevisions(guildId, shown),
				next: numbers.length > most ? shown.at(-1) : undefined,
			};
		},
		async revision(guildId, n) {
			await catchUp(guildId);
			return (await readRevisions(guildId, [n]))[0];
		},
		async revisionsOf(guildId, change) {
			const numbers = await redis.lrange(keys.changeRevisions(guildId, change), 0, -1);
			return readRevisions(guildId, numbers.map(Number));
		},
	};
}

function descending(from: number, count: number): number[] {
	return Array.from({ length: Math.max(0, Math.min(from, count)) }, (_none, index) => from - index);
}
