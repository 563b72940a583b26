import { formatLocalDay, type LocalDay } from './local-day.ts';
import { formatLocalTime } from './local-time.ts';
import type { MemberRecord, TopicRecord } from './member-record.ts';

/** All that a record holds, as its member can read it: values that JSON can hold, dates and times in ISO form. */
export function exportRecord(record: MemberRecord) {
	const { zone, channelId, consent, refusal, intents, since, pausedUntil, quiet, laters, topics } = record;
	return {
		timeZone: zone,
		conversation: channelId,
		consent: { version: consent.version, at: instant(consent.at) },
		since: since && formatLocalDay(since),
		pausedUntil: pausedUntil && formatLocalDay(pausedUntil),
		quiet: quiet && { from: formatLocalTime(quiet.from), to: formatLocalTime(quiet.to) },
		atTheVeryMinute: record.exact,
		recapOnSundays: record.recap,
		role: record.roleId,
		refusedByDiscord: refusal && { ...refusal, day: formatLocalDay(refusal.day) },
		beingSent: intents.map(({ day, at, topics: about }) => ({
			day: formatLocalDay(day),
			topics: about,
			firstTry: instant(at),
		})),
		putOff: laters.map(({ day, epochMinute, topics: about }) => ({
			day: formatLocalDay(day),
			topics: about,
			until: instant(epochMinute * 60_000),
		})),
		topics: Object.fromEntries([...topics].map(([topic, each]) => [topic, exportTopic(each)])),
	};
}

function exportTopic({ time, spread, lastDay, open, step, history }: TopicRecord) {
	const inOrder = [...history].sort(([a], [b]) => a - b);
	return {
		time: formatLocalTime(time),
		minutesLater: spread,
		lastDay: lastDay && formatLocalDay(lastDay),
		notAnsweredYet: open.map(formatLocalDay),
		programmeDaysThatCame: step,
		days: Object.fromEntries(inOrder.map(([day, mark]: [LocalDay, string]) => [formatLocalDay(day), mark])),
	};
}

function instant(epochMs: number): string {
	return new Date(epochMs).toISOString();
}
