import { formatLocalDay, localDay } from '../../src/nudges/local-day.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import type { Nudges } from '../../src/nudges/nudges.ts';
import { decodeMemberRecord } from '../../src/nudges/record-codec.ts';
import type { Subscriptions } from '../../src/nudges/subscriptions.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { TOPICS } from '../../src/nudges/topic.ts';
import type { Timeline, Version } from './timeline.ts';

/** Brings what is stored about a member to that version. Harmless when it is there already. */
export async function applyVersion(
	{ subscriptions, nudges, now }: { subscriptions: Subscriptions; nudges: Nudges; now: number },
	{ memberId, channelId, versions }: Pick<Timeline, 'memberId' | 'channelId' | 'versions'>,
	version: Version,
): Promise<void> {
	const { wanted, pausedUntil } = version;
	if (wanted === undefined) {
		await subscriptions.stop(memberId);
		return;
	}
	const before = versions[versions.indexOf(version) - 1];
	const stopped = TOPICS.filter((topic) => before?.wanted?.times.has(topic) && !wanted.times.has(topic));
	if (stopped.length > 0) {
		await subscriptions.stop(memberId, stopped);
		return;
	}
	if (pausedUntil !== undefined) {
		await nudges.pause(memberId, formatLocalDay(localDay.parse(pausedUntil)));
		return;
	}
	if (before?.pausedUntil !== undefined && before.wanted === wanted) {
		await nudges.resume(memberId);
		return;
	}
	const times = new Map([...wanted.times].map(([topic, time]) => [topic, localTime.parse(time)]));
	const consent = { version: 1, at: now };
	const request = { zone: timeZone.parse(wanted.zone), times, channelId, consent, exact: wanted.exact };
	await subscriptions.start(memberId, request, now);
}

/** Whether the stored record says what the version does. */
export function isStored(raw: string | null, { wanted, pausedUntil }: Version): boolean {
	if (raw === null || wanted === undefined) return raw === null && wanted === undefined;
	const record = decodeMemberRecord('the record', raw);
	const sameTopics = TOPICS.every((topic) => record.topics.get(topic)?.time === wanted.times.get(topic));
	const samePause = pausedUntil === undefined || record.pausedUntil === pausedUntil;
	return record.zone === wanted.zone && samePause && sameTopics;
}
