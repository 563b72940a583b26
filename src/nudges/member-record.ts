import type { Snowflake } from '../core/snowflake.ts';
import type { History } from './history.ts';
import type { LocalDay } from './local-day.ts';
import { type LocalTime, localTime } from './local-time.ts';
import type { QuietHours } from './quiet-hours.ts';
import type { TimeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';

/** All that is stored about a member's nudges. A channel that serves its members has one, too, under its own id. */
export interface MemberRecord {
	readonly zone: TimeZone;
	/** The direct message channel, opened when the member opted in. */
	readonly channelId: Snowflake;
	readonly consent: Consent;
	/** Set from a refused message until the next one that arrives. */
	readonly refusal: Refusal | undefined;
	/** Messages of which it is not known yet whether they arrived. */
	readonly intents: readonly Intent[];
	/** The local date of the first opt-in. */
	readonly since: LocalDay | undefined;
	/** The local date on which nudges come again. */
	readonly pausedUntil: LocalDay | undefined;
	readonly quiet: QuietHours | undefined;
	/** Whether nudges come at the very minute, not within ten. */
	readonly exact: boolean;
	/** Whether Sunday's nudge looks back on the week. */
	readonly recap: boolean;
	/** The role that a channel's posts notify. */
	readonly roleId: Snowflake | undefined;
	readonly laters: readonly Later[];
	readonly topics: ReadonlyMap<Topic, TopicRecord>;
}

export interface Consent {
	readonly version: number;
	/** Epoch milliseconds, kept to the second. */
	readonly at: number;
}

export interface Refusal {
	readonly count: number;
	/** The local date of the last one. */
	readonly day: LocalDay;
	/** Discord's error code. */
	readonly code: number;
	/** How many there were when the member was last told. */
	readonly told?: number | undefined;
}

export interface Intent {
	readonly day: LocalDay;
	/** Minutes after local midnight; of a nudge put off, the epoch minute for which it was. */
	readonly minute: number;
	/** Epoch milliseconds of the first try, kept to the second. */
	readonly at: number;
	readonly topics: readonly Topic[];
}

/** A nudge put off for some hours. */
export interface Later {
	/** The local date whose nudge it is. */
	readonly day: LocalDay;
	readonly epochMinute: number;
	readonly topics: readonly Topic[];
}

export interface TopicRecord {
	/** As the member asked. */
	readonly time: LocalTime;
	/** Minutes by which it comes later than asked. */
	readonly spread: number;
	/** The last local date whose nudge is settled: sent, refused or not to be sent. */
	readonly lastDay: LocalDay | undefined;
	/** Local dates whose nudge was sent and not answered since the last answer, oldest first. */
	readonly open: readonly LocalDay[];
	/** How many days of a programme have come, while one runs. */
	readonly step: number | undefined;
	readonly history: History;
}

/** Tells a channel's record from a member's: it sends to where it belongs. */
export function isPost({ memberId, channelId }: { memberId: Snowflake; channelId: Snowflake }): boolean {
	return memberId === channelId;
}

/** When the nudge really comes. */
export function dueTime({ time, spread }: Pick<TopicRecord, 'time' | 'spread'>): LocalTime {
	return localTime.parse(time + spread);
}

/** Tells the intent of a daily nudge from that of one put off: no day has so many minutes. */
export function isDaily({ minute }: Pick<Intent, 'minute'>): boolean {
	return minute < 1_440;
}
