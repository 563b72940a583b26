import type { Snowflake } from '../core/snowflake.ts';
import { NUDGE_SHARDS } from '../redis/keys.ts';
import { type DeliveryJob, JOB_SIZE } from './delivery-job.ts';
import { type DueMinute, dueMinutes, type MarkAt, rememberMarks } from './due-minutes.ts';
import type { DueStore } from './due-store.ts';
import type { CountNudges, NudgeLog } from './events.ts';
import { isLate, LATENESS_MS } from './lateness.ts';
import { strikeOn } from './next-strike.ts';
import type { TimeZone } from './time-zone.ts';

export interface TickOptions {
	readonly store: DueStore;
	/** Enqueues the jobs; ones that are enqueued already are left as they are. */
	readonly enqueue: (jobs: readonly DeliveryJob[]) => Promise<void>;
	readonly log: NudgeLog;
	readonly count: CountNudges;
	/** How often the connection to Redis has been lost so far. */
	readonly interruptions: () => number;
}

/**
 * Enqueues all that came due up to `now` (epoch milliseconds). A shard that fails holds up no other: it rejects after
 * all have had their turn.
 */
export type Tick = (now: number) => Promise<void>;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** How far a look goes back when Redis may have forgotten jobs that were enqueued. Longer than a delivery is put off. */
const AGAIN_MINUTES = 30;
/** More often Redis is not waited for: the next look begins again. */
const MOST_LOOKS = 3;
/** A cursor further ahead is from a clock that was wrong. */
const MOST_MINUTES_AHEAD = 2;

/**
 * Makes the tick. It may run in any number of processes at once and be repeated at will: jobs are enqueued first and
 * the cursor moves afterwards, so that whatever ends a tick half-way, the next finds the same work, and the same work
 * makes the same jobs. After Redis was away it looks at the last half hour once more, for a power cut may have taken
 * the jobs and come before the cursor moved: what was delivered meanwhile is in the ledgers.
 */
export function createTick({ store, enqueue, log, count, interruptions }: TickOptions): Tick {
	const markAt = rememberMarks();
	let seen = interruptions();

	return async (now) => {
		for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
			const before = interruptions();
			await lookAround(now, before !== seen);
			seen = before;
			if (interruptions() === before) return;
		}
	};

	async function lookAround(now: number, again: boolean): Promise<void> {
		const minute = Math.floor(now / MINUTE_MS);
		const dueIn = memoizeDue(markAt);
		const failures: unknown[] = [];
		const corrupt = new Map<number, number>();
		for (let shard = 0; shard < NUDGE_SHARDS; shard += 1) {
			const onCorrupt = (values: number) => corrupt.set(shard, (corrupt.get(shard) ?? 0) + values);
			await lookAt(shard, { minute, now, again, dueIn, onCorrupt }).catch((error: unknown) =>
				failures.push(error),
			);
		}
		reportCorrupt(corrupt);
		if (failures.length > 0) {
			const cause = failures[0];
			throw new Error(`The due nudges of ${failures.length} of ${NUDGE_SHARDS} shards were not found`, {
				cause,
			});
		}
	}

	async function lookAt(shard: number, look: Look): Promise<void> {
		const { minute, again, onCorrupt } = look;
		const stored = await store.cursor(shard);
		if (stored === 'corrupt') onCorrupt(1);
		const cursor = stored === 'corrupt' ? undefined : stored;
		if (cursor !== undefined && cursor > minute + MOST_MINUTES_AHEAD) {
			// What this minute and later ones already brought is in the members' ledgers, so it may come up again.
			log.warn(
				{ shard, minutesAhead: cursor - minute },
				'The nudge cursor is ahead of the clock and is put back',
			);
			await store.advance(shard, cursor, minute);
		} else if (cursor === undefined || cursor < minute || again) {
			const start = startOf(cursor, minute);
			await enqueueShard(shard, again ? Math.min(start, minute - AGAIN_MINUTES) : start, look);
			await store.advance(shard, cursor, minute);
		}
		await enqueueLaters(shard, look);
	}

	/** They stay in the store until they are settled, so each look finds again what is not, and makes the same jobs. */
	async function enqueueLaters(shard: number, { minute, onCorrupt }: Look): Promise<void> {
		const found = await store.laters(shard, minute);
		onCorrupt(found.corrupt);
		for (const [epochMinute, members] of found.byMinute)
			for (const some of inJobs(members))
				await enqueue([
					{
						kind: 'later',
						epochMinute,
						strikeAt: epochMinute * MINUTE_MS,
						members: some,
						turn: 0,
						tries: 0,
					},
				]);
	}

	async function enqueueShard(shard: number, after: number, look: Look): Promise<void> {
		const { minute, now, dueIn, onCorrupt } = look;
		const zones = await store.zones(shard);
		onCorrupt(zones.corrupt);
		const sets = zones.entries.flatMap((zone) => dueIn(zone, after, minute).map((due) => ({ zone, ...due })));
		const counts = await store.count(shard, sets);
		for (const [index, set] of sets.entries()) {
			const size = counts[index] ?? 0;
			if (size === 'corrupt') onCorrupt(1);
			if (size === 'corrupt' || size === 0) continue;
			const strikeAt = strikeOn(set.day, set.time, set.zone)?.epochMilliseconds ?? now;
			if (isLate(strikeAt, now)) {
				count('late', size);
				continue;
			}
			const members = await store.members(shard, set);
			onCorrupt(members.corrupt);
			await enqueue(toJobs(set, strikeAt, members.entries));
			count('enqueued', members.entries.length);
		}
	}

	function reportCorrupt(byShard: ReadonlyMap<number, number>): void {
		const shards = [...byShard].filter(([, values]) => values > 0);
		if (shards.length === 0) return;
		const values = shards.reduce((sum, [, some]) => sum + some, 0);
		count('corrupt', values);
		log.error(
			{ values, shards: shards.map(([shard]) => shard) },
			'What cannot be read in Redis was left out of the look for due nudges',
		);
	}
}

/** One look at all shards. */
interface Look {
	readonly minute: number;
	readonly now: number;
	/** Whether what was enqueued lately may be lost. */
	readonly again: boolean;
	readonly dueIn: DueIn;
	readonly onCorrupt: (values: number) => void;
}

// The first tick ever, and the first after a long absence, look back no further than is worth it: as far as anything
// can still be sent, and a day back for counting what was missed.
function startOf(cursor: number | undefined, minute: number): number {
	return Math.max(cursor ?? minute - LATENESS_MS / MINUTE_MS, minute - DAY_MINUTES);
}

type DueIn = (zone: TimeZone, after: number, upTo: number) => readonly DueMinute[];

// Shards nearly always ask for the same stretch of time.
function memoizeDue(markAt: MarkAt): DueIn {
	const known = new Map<string, readonly DueMinute[]>();
	return (zone, after, upTo) => {
		const key = `${zone} ${after} ${upTo}`;
		const due = known.get(key) ?? dueMinutes(zone, after, upTo, markAt);
		known.set(key, due);
		return due;
	};
}

function toJobs(
	{ zone, day, time }: DueMinute & { zone: TimeZone },
	strikeAt: number,
	members: readonly Snowflake[],
): DeliveryJob[] {
	return inJobs(members).map((some) => ({
		kind: 'daily',
		zone,
		day,
		time,
		strikeAt,
		members: some,
		turn: 0,
		tries: 0,
	}));
}

function inJobs(members: readonly Snowflake[]): Snowflake[][] {
	const groups: Snowflake[][] = [];
	for (let start = 0; start < members.length; start += JOB_SIZE)
		groups.push(members.slice(start, start + JOB_SIZE));
	return groups;
}
