import type { Snowflake } from '../core/snowflake.ts';
import type { SettledClock } from '../redis/settled-clock.ts';
import type { ServerRegister } from './server-register.ts';

/** One kind of thing that is kept for a server. Each may be called again for what it has done already. */
export interface ServerPart {
	/** Gutsy was removed: nothing may be sent there any more. What is stored stays. */
	leave?(guildId: Snowflake): Promise<void>;
	/** It is back. */
	comeBack?(guildId: Snowflake): Promise<void>;
	/** Whether anybody used Gutsy there lately, as members can who have it with them. */
	isUsed?(guildId: Snowflake): Promise<boolean>;
	/** Deletes what is stored. */
	erase?(guildId: Snowflake): Promise<void>;
}

/** Where Discord says that Gutsy is. */
export interface ServerList {
	/** All of them. Rejects when it cannot be known. */
	list(): Promise<readonly Snowflake[]>;
	/** Asked about one alone; `unknown` while Discord does not say, as when it has an outage. */
	isIn(guildId: Snowflake): Promise<boolean | 'unknown'>;
}

/** What became of servers in one look. */
export interface ServerChanges {
	readonly left: number;
	readonly cameBack: number;
	readonly erased: number;
}

/** Ends what concerns servers that Gutsy was removed from: at once what is sent there, later what is stored. */
export interface Servers {
	/** Compares with Discord. Any number of processes may do so. */
	look(): Promise<ServerChanges>;
}

interface Dependencies {
	readonly register: ServerRegister;
	readonly discord: ServerList;
	readonly parts: readonly ServerPart[];
	readonly time: Pick<SettledClock, 'read'>;
}

/** How long a server's data stays when Gutsy was removed, so that a removal by mistake loses nothing. */
export const KEPT_DAYS = 30;
const KEPT_MS = KEPT_DAYS * 86_400_000;
/** Servers asked about alone in one look: a list that is wrong must not become thousands of requests. */
const MOST_QUESTIONS = 50;

export function createServers({ register, discord, parts, time }: Dependencies): Servers {
	// In each of these the register comes last: cut off half-way, the next look finds the same and does it again.
	async function comeBack(guildId: Snowflake): Promise<void> {
		for (const part of parts) await part.comeBack?.(guildId);
		await register.enter([guildId]);
	}
	async function leave(guildId: Snowflake, at: number): Promise<void> {
		for (const part of parts) await part.leave?.(guildId);
		await register.leave(guildId, at);
	}
	async function erase(guildId: Snowflake): Promise<void> {
		for (const part of parts) await part.erase?.(guildId);
		await register.forget(guildId);
	}

	async function isUsed(guildId: Snowflake): Promise<boolean> {
		for (const part of parts) if (await part.isUsed?.(guildId)) return true;
		return false;
	}

	return {
		async look() {
			const present = new Set(await discord.list());
			const [here, left] = await Promise.all([register.here(), register.left()]);
			let questions = 0;
			async function isGone(guildId: Snowflake): Promise<boolean> {
				if (questions === MOST_QUESTIONS) return false;
				questions += 1;
				return (await discord.isIn(guildId)) === false;
			}

			const { each, end } = oneByOne();
			const back = [...left.keys()].filter((guildId) => present.has(guildId));
			const cameBack = await each(back, comeBack);
			await register.enter([...present].filter((guildId) => !here.has(guildId) && !left.has(guildId)));

			const now = await time.read();
			if (now === undefined) return end({ left: 0, cameBack, erased: 0 });
			// Not in the list is not enough: one that an outage hides must keep everything.
			const missing = [...here].filter((guildId) => !present.has(guildId));
			const leftNow = await each(missing, (guildId) => leave(guildId, now), isGone);

			const over = [...left].filter(([guildId, at]) => !present.has(guildId) && now - at >= KEPT_MS);
			const erased = await each(
				over.map(([guildId]) => guildId),
				erase,
				// Where it is used goes on, perhaps for good: no question is spent on that.
				async (guildId) => !(await isUsed(guildId)) && isGone(guildId),
			);
			return end({ left: leftNow, cameBack, erased });
		},
	};
}

/** Sees to one server after another. One with which something goes wrong holds up no other. */
function oneByOne() {
	const failures: unknown[] = [];
	return {
		/** Returns to how many it saw. */
		async each(
			guildIds: readonly Snowflake[],
			seeTo: (guildId: Snowflake) => Promise<void>,
			isWanted: (guildId: Snowflake) => Promise<boolean> = async () => true,
		): Promise<number> {
			let seen = 0;
			for (const guildId of guildIds)
				try {
					if (!(await isWanted(guildId))) continue;
					await seeTo(guildId);
					seen += 1;
				} catch (error) {
					failures.push(error);
				}
			return seen;
		},
		/** @throws when something went wrong. */
		end(changes: ServerChanges): ServerChanges {
			const [cause] = failures;
			if (failures.length > 0)
				throw new Error(`Servers that could not be seen to: ${failures.length}`, { cause });
			return changes;
		},
	};
}
