import { hash } from 'node:crypto';
import type { Snowflake } from '../../src/core/snowflake.ts';
import type { History, Mark } from '../../src/nudges/history.ts';
import { type LocalDay, localDay } from '../../src/nudges/local-day.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import { spreadOf } from '../../src/nudges/member-keys.ts';
import type { MemberRecord, TopicRecord } from '../../src/nudges/member-record.ts';
import { type QuietHours, spreadFor } from '../../src/nudges/quiet-hours.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { TOPICS } from '../../src/nudges/topic.ts';

/** The day on which all is measured. */
export const TODAY = localDay.parse(Date.UTC(2026, 0, 5) / 86_400_000);

/** Some forty zones from all over the world. */
export const ZONES = Intl.supportedValuesOf('timeZone')
	.filter((_name, index) => index % 10 === 0)
	.map((name) => timeZone.parse(name));

const WEEKS_KEPT = 8;

/** A made-up id of the length of Discord's. */
export function memberIdOf(index: number): Snowflake {
	return String(BigInt(`0x${digestOf(index).slice(0, 15)}`) + 10n ** 17n);
}

/**
 * A made-up member with three topics, the same for the same index: of one of forty zones, between 06:00 and 22:59, half of
 * the times on the hour, with eight weeks of answers and up to two nudges that wait for one.
 */
export function memberOf(index: number): { memberId: Snowflake; record: MemberRecord } {
	const memberId = memberIdOf(index);
	const pick = pickerOf(index);
	const quiet = pick(3) === 0 ? { from: localTime.parse(23 * 60), to: localTime.parse(6 * 60) } : undefined;
	const spreadBy = spreadOf(memberId);
	return {
		memberId,
		record: {
			zone: ZONES[pick(ZONES.length)] ?? timeZone.parse('UTC'),
			channelId: memberIdOf(-index - 1),
			consent: { version: 1, at: Date.UTC(2025, 10, 1) + pick(86_400) * 1_000 },
			refusal: undefined,
			intents: [],
			since: daysAgo(WEEKS_KEPT * 7),
			pausedUntil: undefined,
			quiet,
			exact: false,
			recap: pick(3) === 0,
			roleId: undefined,
			laters: [],
			topics: new Map(TOPICS.map((topic) => [topic, topicOf(pick, spreadBy, quiet)])),
		},
	};
}

function topicOf(pick: Pick, spreadBy: number, quiet: QuietHours | undefined): TopicRecord {
	const time = localTime.parse(pick(2) === 0 ? 60 * (6 + pick(17)) : 360 + pick(1_020));
	return {
		time,
		spread: spreadFor(time, spreadBy, quiet),
		lastDay: daysAgo(1),
		open: [2, 1].slice(0, pick(3)).map(daysAgo),
		step: pick(4) === 0 ? pick(14) : undefined,
		history: HISTORIES[pick(HISTORIES.length)] ?? new Map(),
	};
}

type Pick = (below: number) => number;

/** Draws numbers by lot, the same for the same index. */
function pickerOf(index: number): Pick {
	const digest = digestOf(index);
	let at = 16;
	return (below) => {
		at = at > 58 ? 16 : at + 3;
		return Number.parseInt(digest.slice(at, at + 4), 16) % below;
	};
}

function digestOf(index: number): string {
	return hash('sha256', `member ${index}`);
}

function daysAgo(days: number): LocalDay {
	return localDay.parse(TODAY - days);
}

/** Most days done, some put off with a tap, some missed. */
const HISTORIES: readonly History[] = Array.from({ length: 64 }, (_none, index) => {
	const pick = pickerOf(index);
	const marks: readonly Mark[] = ['done', 'done', 'done', 'not-today', 'missed'];
	return new Map(
		Array.from({ length: WEEKS_KEPT * 7 - 3 }, (_day, ago) => [
			daysAgo(ago + 3),
			marks[pick(marks.length)] ?? 'done',
		]),
	);
});
