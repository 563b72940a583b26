import type { Topic } from '../../src/nudges/topic.ts';
import type { Wanted } from './population.ts';

/** What a member wanted from some moment on. Times are those of the simulated clock. */
export interface Version {
	/** When the member asked for it. */
	readonly begun: number;
	/** When they were told that it is done; infinite until then. */
	acked: number;
	/** Nothing when the member has stopped. */
	readonly wanted: Wanted | undefined;
	/** The date from which nudges come again, in days since 1970. */
	readonly pausedUntil: number | undefined;
	/** Which of the member's subscriptions it is; who starts again is a new member to the store. */
	readonly subscription: number;
	/** Messages that were under way when the store made the change, from the very record that it replaced. */
	underWay: readonly UnderWay[];
}

export interface UnderWay {
	readonly day: number;
	readonly topics: readonly Topic[];
}

/** One member's history. */
export interface Timeline {
	readonly memberId: string;
	readonly channelId: string;
	readonly versions: readonly Version[];
	/** When the member closed their direct messages. */
	readonly closedAt: number | undefined;
}

/** The last version that the member was told of before that moment. */
export function versionAt({ versions }: Timeline, at: number): Version | undefined {
	return versions.findLast(({ acked }) => acked < at);
}

/** Whether a change was being made at that moment. */
export function isChanging({ versions }: Timeline, at: number): boolean {
	return versions.some(({ begun, acked }) => begun <= at && at <= acked);
}
