import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { startRecord, stopRecord } from '../../src/nudges/change-record.ts';
import { formatLocalDay, toLocalDay } from '../../src/nudges/local-day.ts';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import type { MemberRecord } from '../../src/nudges/member-record.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import type { Topic } from '../../src/nudges/topic.ts';
import { aTopicRecord } from './stage.ts';

const day = (text: string) => toLocalDay(Temporal.PlainDate.from(text));

function start(
	old: MemberRecord | undefined,
	zone: string,
	times: Partial<Record<Topic, string>>,
	now: string,
) {
	const topics = new Map(
		Object.entries(times).map(
			([topic, time]) => [topic, parseLocalTime(time)] as [Topic, ReturnType<typeof parseLocalTime>],
		),
	);
	const request = {
		zone: timeZone.parse(zone),
		times: topics,
		channelId: '200',
		consent: { version: 1, at: Date.parse(now) },
		exact: true,
		spreadBy: 7,
	};
	return startRecord(old, request, Date.parse(now));
}

function lastDay(record: MemberRecord, topic: Topic): string | undefined {
	const last = record.topics.get(topic)?.lastDay;
	return last === undefined ? undefined : formatLocalDay(last);
}

/** A record whose sleep nudge came on that date. */
function delivered(zone: string, time: string, date: string): MemberRecord {
	const record = start(undefined, zone, { sleep: time }, '2026-01-01T00:00Z');
	return {
		...record,
		topics: new Map([['sleep', aTopicRecord(time, { lastDay: day(date) })]]),
	};
}

describe('startRecord()', () => {
	test.each([
		['a time that has passed today begins tomorrow', '08:00', '2026-01-05T09:00Z', '2026-01-05'],
		['a time that is just now begins tomorrow', '08:00', '2026-01-05T08:00Z', '2026-01-05'],
		['a time later today begins today', '08:00', '2026-01-05T07:59:59Z', undefined],
	])('%s', (_case, time, now, last) => {
		expect(lastDay(start(undefined, 'UTC', { sleep: time }, now), 'sleep')).toBe(last);
	});

	test.each([
		['a later time today after today came waits for tomorrow', '22:00', '2026-01-05T09:00Z', '2026-01-05'],
		['a later time today before today came begins today', '22:00', '2026-01-06T07:00Z', '2026-01-05'],
		['an earlier time that has passed begins tomorrow', '06:00', '2026-01-06T07:00Z', '2026-01-06'],
		[
			'the same time again changes nothing, even when it has just struck',
			'08:00',
			'2026-01-06T08:00:30Z',
			'2026-01-05',
		],
	])('%s', (_case, time, now, last) => {
		const record = start(delivered('UTC', '08:00', '2026-01-05'), 'UTC', { sleep: time }, now);
		expect(lastDay(record, 'sleep')).toBe(last);
		expect([...record.topics.values()].map((each) => each.time)).toEqual([parseLocalTime(time)]);
	});

	test.each([
		// 08:00 on Kiritimati's 5th is Hawaii's 4th: the 5th is still to come there.
		[
			'westwards over the date line',
			'Pacific/Kiritimati',
			'Pacific/Honolulu',
			'2026-01-04T19:00Z',
			'2026-01-04',
		],
		// The nudge of the 5th came at 23:00 on the 4th in UTC, so UTC's 5th is to come.
		['westwards on the same evening', 'Asia/Tokyo', 'UTC', '2026-01-04T23:30Z', '2026-01-04'],
	])('a move %s neither doubles nor leaves out a date', (_case, from, to, now, last) => {
		expect(lastDay(start(delivered(from, '08:00', '2026-01-05'), to, { sleep: '20:00' }, now), 'sleep')).toBe(
			last,
		);
	});

	test('a nudge on its way counts as sent when its time is moved to later today', () => {
		const old: MemberRecord = {
			...delivered('UTC', '08:00', '2026-01-04'),
			intents: [
				{
					day: day('2026-01-05'),
					minute: parseLocalTime('8'),
					at: Date.parse('2026-01-05T08:00Z'),
					topics: ['sleep'],
				},
			],
		};
		const moved = start(old, 'UTC', { sleep: '20:00' }, '2026-01-05T08:00:10Z');
		expect(lastDay(moved, 'sleep')).toBe('2026-01-05');
		expect(moved.intents).toEqual([]);
		const same = start(old, 'UTC', { sleep: '08:00' }, '2026-01-05T08:00:10Z');
		expect(same.intents).toEqual(old.intents);
	});

	test('a last day from a clock that was wrong does not silence the days until then', () => {
		const moved = start(
			delivered('UTC', '08:00', '2027-01-01'),
			'UTC',
			{ sleep: '20:00' },
			'2026-01-05T09:00Z',
		);
		expect(lastDay(moved, 'sleep')).toBe('2026-01-05');
	});

	test('keeps topics that are not named, and moves them with the zone', () => {
		const old = start(undefined, 'UTC', { sleep: '21:30', diet: '8' }, '2026-01-05T00:00Z');
		const record = start(old, 'Asia/Tokyo', { diet: '9' }, '2026-01-05T00:00Z');
		expect(record.zone).toBe('Asia/Tokyo');
		expect(record.topics.get('sleep')?.time).toBe(parseLocalTime('21:30'));
		expect(record.topics.get('diet')?.time).toBe(parseLocalTime('9'));
	});

	test('forgets refusals and takes the new channel and consent', () => {
		const old = {
			...delivered('UTC', '8', '2026-01-04'),
			refusal: { count: 3, day: day('2026-01-04'), code: 50_007 },
		};
		const record = start({ ...old, channelId: '100' }, 'UTC', { sleep: '8' }, '2026-01-05T00:00Z');
		expect(record.refusal).toBeUndefined();
		expect(record.channelId).toBe('200');
		expect(record.consent.at).toBe(Date.parse('2026-01-05T00:00Z'));
	});
});

describe('stopRecord()', () => {
	const both = start(undefined, 'UTC', { sleep: '21:30', diet: '8' }, '2026-01-05T00:00Z');

	test('takes out the named topics', () => {
		expect([...(stopRecord(both, ['sleep'])?.topics.keys() ?? [])]).toEqual(['diet']);
	});

	test('leaves nothing when no topic is left', () => {
		expect(stopRecord(both, ['sleep', 'diet', 'stress'])).toBeUndefined();
	});
});
