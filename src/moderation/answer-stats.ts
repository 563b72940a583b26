import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Snowflake } from '../core/snowflake.ts';
import { answerStats } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';

/** What is counted of a server's questions. How they were phrased and who asked is not. */
export const COUNTED = ['answer', 'suggest', 'none', 'care', 'opened'] as const;
export type Counted = (typeof COUNTED)[number];

/** Counts of some days together. `opened` are answers chosen from suggestions. */
export interface AnswerCounts extends Readonly<Record<Counted, number>> {
	/** How often each entry was shown, and found helpful or not. A vote that was changed counts on both days. */
	readonly shown: ReadonlyMap<string, number>;
	readonly helpful: ReadonlyMap<string, number>;
	readonly unhelpful: ReadonlyMap<string, number>;
	/** Questions asked on each day, oldest first. */
	readonly daily: readonly number[];
}

export interface AnswerStats {
	/** Never fails and is never waited for: an answer does not depend on being counted. */
	count(guildId: Snowflake, counted: Counted | undefined, shown: string | undefined): void;
	/** The same for a vote on an entry. */
	countVote(guildId: Snowflake, entry: string, vote: 'helpful' | 'unhelpful'): void;
	/** The last so many days, today included. */
	read(guildId: Snowflake, days: number): Promise<AnswerCounts>;
}

const DAY_MS = 86_400_000;
const KEPT_S = 100 * 86_400;

interface Dependencies {
	redis: RedisClient;
	/** Epoch milliseconds. */
	clock(): number;
	/** Hears why something was not counted. */
	onFailure(error: unknown): void;
}

/** What is counted for each entry: the first part of the field, before the entry's id. */
const PER_ENTRY = ['shown', 'helpful', 'unhelpful'] as const;
const perEntry = z.tuple([z.enum(PER_ENTRY), z.string()]);
const amount = z.coerce.number().int().nonnegative();

export function createAnswerStats({ redis, clock, onFailure }: Dependencies): AnswerStats {
	const today = () => Math.floor(clock() / DAY_MS);

	/** By key and field, what is counted and not yet written. */
	const unwritten = new Map<string, Map<string, number>>();
	let writing: Promise<void> | undefined;

	/** Written in the next turn of the event loop, so that the answer goes first and a crowd's questions are written together. */
	function add(guildId: Snowflake, fields: readonly string[]): void {
		const key = answerStats(guildId, today());
		const counts = unwritten.get(key) ?? new Map<string, number>();
		for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
		unwritten.set(key, counts);
		writing ??= nextTurn().then(write);
	}

	function write(): void {
		writing = undefined;
		const written = [...unwritten].flatMap(([key, counts]) => [
			...[...counts].map(([field, count]) => redis.hincrby(key, field, count)),
			redis.expire(key, KEPT_S),
		]);
		unwritten.clear();
		// Once for all of them: they fail together.
		Promise.all(written).catch(onFailure);
	}

	return {
		count(guildId, counted, shown) {
			const fields = [...(counted ? [counted] : []), ...(shown ? [`shown:${shown}`] : [])];
			if (fields.length > 0) add(guildId, fields);
		},
		countVote(guildId, entry, vote) {
			add(guildId, [`${vote}:${entry}`]);
		},
		async read(guildId, days) {
			await writing;
			const first = today() - days + 1;
			const found = await Promise.all(
				Array.from({ length: days }, (_none, index) => redis.hgetall(answerStats(guildId, first + index))),
			);
			const totals: Record<Counted, number> = { answer: 0, suggest: 0, none: 0, care: 0, opened: 0 };
			const entries = {
				shown: new Map<string, number>(),
				helpful: new Map<string, number>(),
				unhelpful: new Map<string, number>(),
			};
			const daily = found.map((fields) => {
				let asked = 0;
				for (const [field, raw] of Object.entries(fields)) {
					const count = amount.safeParse(raw).data ?? 0;
					const counted = COUNTED.find((each) => each === field);
					if (counted !== undefined) totals[counted] += count;
					if (counted !== undefined && counted !== 'opened') asked += count;
					const [what, entry] = perEntry.safeParse(field.split(':')).data ?? [];
					if (what && entry) entries[what].set(entry, (entries[what].get(entry) ?? 0) + count);
				}
				return asked;
			});
			return { ...totals, ...entries, daily };
		},
	};
}
