import { REST_AFTER } from './ease-off.ts';
import { HISTORY_DAYS } from './history.ts';
import type { LocalDay } from './local-day.ts';
import { isPost, type MemberRecord } from './member-record.ts';
import { SUSPENDING_REFUSALS } from './refusals.ts';

/** Days after which a record is deleted that brings nothing any more: time for who comes back after a year. */
export const ENDS_AFTER_DAYS = 400;

/**
 * Whether nothing has come for so long, because Discord refused it or because all of it rests unanswered. Not for any
 * other reason: that nothing came while Gutsy did not run says nothing about the member.
 */
export function isOver(memberId: string, record: MemberRecord, today: LocalDay): boolean {
	const { channelId, refusal, pausedUntil, topics } = record;
	// A channel's record belongs to its server.
	if (isPost({ memberId, channelId })) return false;
	// Who paused was here, and means to go on.
	if (pausedUntil !== undefined && !isLongAgo(pausedUntil, today)) return false;
	if (refusal !== undefined && refusal.count >= SUSPENDING_REFUSALS) return isLongAgo(refusal.day, today);
	return [...topics.values()].every(({ open }) => {
		const last = open.at(-1);
		return open.length > REST_AFTER && last !== undefined && isLongAgo(last, today);
	});
}

/** Without marks that are older than they may be kept; a member who does nothing adds none that would push them out. */
export function withoutOldMarks(record: MemberRecord, today: LocalDay): MemberRecord {
	const topics = [...record.topics].map(([topic, each]) => {
		const history = new Map([...each.history].filter(([day]) => day > today - HISTORY_DAYS));
		return [topic, { ...each, history }] as const;
	});
	return { ...record, topics: new Map(topics) };
}

function isLongAgo(day: LocalDay, today: LocalDay): boolean {
	return day <= today - ENDS_AFTER_DAYS;
}
