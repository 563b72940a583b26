import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '../../src/core/user-error.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { recordsKeyOf } from '../../src/nudges/member-keys.ts';
import { createNudgeAnswers } from '../../src/nudges/nudge-answers.ts';
import { createNudges } from '../../src/nudges/nudges.ts';
import { decodeMemberRecord } from '../../src/nudges/record-codec.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import type { Topic } from '../../src/nudges/topic.ts';
import type { RedisClient } from '../../src/redis/redis-client.ts';
import { type Change, nextVersion } from './change.ts';
import type { StoredMessage } from './facts.ts';
import type { Wanted } from './population.ts';
import type { MemberPick } from './schedule.ts';
import { applyVersion, isStored } from './stored-version.ts';
import type { Timeline, UnderWay, Version } from './timeline.ts';
import { watchChanges } from './watched-redis.ts';

/** The members of a run, who change their minds through the product's own functions. */
export interface Members {
	readonly timelines: readonly Timeline[];
	/** All opt in; resolves when all are subscribed. */
	join(people: readonly Person[], wishes: readonly Wanted[]): Promise<void>;
	/** Carries out what the pick says, however often Redis is away meanwhile. */
	change(pick: MemberPick): Promise<void>;
	/** Taps Done, if Redis is there. */
	answer(message: StoredMessage): Promise<void>;
	closedDms(memberId: string): void;
	/**
	 * Asks again for what Redis may have lost since that moment, by `performance.now`: the clock of the run may have leapt
	 * over hours since. Returns how many it had really lost.
	 */
	renewSince(from: number): Promise<number>;
}

export interface Person {
	readonly id: string;
	readonly channelId: string;
}

interface Member {
	memberId: string;
	channelId: string;
	versions: Version[];
	closedAt: number | undefined;
	/** When they were last told of a change, by `performance.now`. */
	toldAt: number;
	busy: boolean;
}

const TRIES_AGAIN_AFTER_MS = 40;
const AT_A_TIME = 50;

export function createMembers(redis: RedisClient, clock: () => number): Members {
	const members: Member[] = [];
	const replaced = new Map<string, readonly UnderWay[]>();
	const watched = watchChanges(redis, (memberId, record) => {
		if (record.startsWith('2|')) replaced.set(memberId, decodeMemberRecord(memberId, record).intents);
	});
	const subscriptions = createSubscriptions(watched);
	const nudges = createNudges({ subscriptions, clock });
	const answers = createNudgeAnswers(subscriptions, clock);

	async function store(member: Member, version: Version): Promise<void> {
		await persist(() => applyVersion({ subscriptions, nudges, now: clock() }, member, version));
		version.underWay = [...version.underWay, ...(replaced.get(member.memberId) ?? [])];
		version.acked = clock();
		member.toldAt = performance.now();
	}

	async function become(member: Member, change: Change): Promise<void> {
		const version = { ...change, begun: clock(), acked: Number.POSITIVE_INFINITY, underWay: [] };
		replaced.delete(member.memberId);
		member.busy = true;
		member.versions.push(version);
		await store(member, version);
		member.busy = false;
	}

	return {
		timelines: members,
		async join(people, wishes) {
			members.push(
				...people.map(({ id, channelId }) => ({
					memberId: id,
					channelId,
					versions: [],
					closedAt: undefined,
					toldAt: Number.POSITIVE_INFINITY,
					busy: false,
				})),
			);
			for (let start = 0; start < members.length; start += AT_A_TIME)
				await Promise.all(
					members.slice(start, start + AT_A_TIME).map((member, index) => {
						const wanted = wishes[start + index];
						return become(member, { wanted, pausedUntil: undefined, subscription: 1 });
					}),
				);
		},
		async change({ who, what, how }) {
			const member = members[Math.floor(who * members.length)];
			const before = member?.versions.at(-1);
			if (!member || !before || member.busy || what === 'close-dms') return;
			await become(member, nextVersion(before, what, how, clock()));
		},
		async answer({ channelId, day, topics }) {
			const member = members.find((each) => each.channelId === channelId);
			if (!member) return;
			const answer = { day: localDay.parse(day), topics: topics as Topic[], mark: 'done' as const };
			await answers.answer(member.memberId, answer).catch(() => undefined);
		},
		closedDms(memberId) {
			const member = members.find((each) => each.memberId === memberId);
			if (member) member.closedAt ??= clock();
		},
		async renewSince(from) {
			let lost = 0;
			for (const member of members) {
				const version = member.versions.at(-1);
				if (!version || member.busy || member.toldAt < from) continue;
				const key = recordsKeyOf(member.memberId);
				const raw = await persist(() => redis.hget(key, member.memberId));
				if (raw === undefined || !isStored(raw, version)) lost += 1;
				await store(member, version);
			}
			return lost;
		},
	};
}

/** Tries again while Redis is away, as a member would. What the product will not do is left. */
async function persist<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
	for (;;) {
		try {
			return await action();
		} catch (error) {
			if (error instanceof UserError) return undefined;
			await delay(TRIES_AGAIN_AFTER_MS);
		}
	}
}
