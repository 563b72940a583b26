import { describe, expect, test } from 'vitest';
import { REST_AFTER } from '../../src/nudges/ease-off.ts';
import { HISTORY_DAYS } from '../../src/nudges/history.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import type { MemberRecord } from '../../src/nudges/member-record.ts';
import { decodeMemberRecord, encodeMemberRecord } from '../../src/nudges/record-codec.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { TOPICS } from '../../src/nudges/topic.ts';
import { LONGEST_RECORD } from '../../src/redis/longest-record.ts';
import { CorruptValueError } from '../../src/redis/parse-stored.ts';
import { aRecord, aTopicRecord } from './stage.ts';

const day = (value: number) => localDay.parse(value);

const plain = aRecord({
	zone: timeZone.parse('Europe/Berlin'),
	channelId: '1234567890123456789',
	consent: { version: 1, at: 1_767_600_000_000 },
	exact: false,
	topics: new Map([['sleep', aTopicRecord('21:30')]]),
});

const full: MemberRecord = {
	...plain,
	refusal: { count: 2, day: day(20_458), code: 50_007, told: 1 },
	intents: [
		{ day: day(20_459), minute: 480, at: 1_767_600_001_000, topics: ['sleep', 'diet'] },
		{ day: day(20_459), minute: 29_460_000, at: 1_767_600_002_000, topics: ['stress'] },
	],
	since: day(20_400),
	pausedUntil: day(20_470),
	quiet: { from: parseLocalTime('22'), to: parseLocalTime('7') },
	exact: true,
	recap: true,
	roleId: '777',
	laters: [{ day: day(20_459), epochMinute: 29_460_000, topics: ['sleep', 'diet'] }],
	topics: new Map([
		['sleep', aTopicRecord('8', { lastDay: day(20_458), spread: 7, open: [day(20_457), day(20_458)] })],
		['stress', aTopicRecord('13', { step: 3 })],
		[
			'diet',
			aTopicRecord('8', {
				lastDay: day(20_457),
				history: new Map([
					[day(20_457), 'done'],
					[day(20_455), 'not-today'],
					[day(20_400), 'missed'],
				]),
			}),
		],
	]),
};

describe('the stored form of a member record', () => {
	test.each([
		['of a new member', plain, '2|Europe/Berlin|1234567890123456789|1.1767600000|||.....||s.1290.0.....'],
		[
			'of one with all there is',
			full,
			'2|Europe/Berlin|1234567890123456789|1.1767600000|2.20458.50007.1|20459.480.1767600001.sd;20459.29460000.1767600002.t|20400.20470.1320.420.xr.777|20459.29460000.sd|s.480.7.20458.20457+20458...,t.780.0...3..,d.480.0.20457...20457.SAAAAAAAAAAAAAAAAAAw',
		],
	])('%s is short and reads back the same', (_case, record, stored) => {
		expect(encodeMemberRecord(record)).toBe(stored);
		expect(decodeMemberRecord('key', stored)).toEqual(record);
	});

	test('of a refusal that the member was not told of reads back the same', () => {
		const untold = { ...plain, refusal: { count: 2, day: day(20_458), code: 50_007 } };
		expect(encodeMemberRecord(untold)).toContain('|2.20458.50007|');
		expect(decodeMemberRecord('key', encodeMemberRecord(untold))).toEqual(untold);
	});

	test('of one who answered for half a year and then left a month unanswered stays compact in Redis', () => {
		const days = (count: number, last: number) =>
			Array.from({ length: count }, (_none, ago) => day(last - ago));
		const topic = aTopicRecord('23:50', {
			lastDay: day(20_640),
			spread: 9,
			open: days(REST_AFTER + 1, 20_640),
			step: 13,
			history: new Map(days(HISTORY_DAYS, 20_582).map((each) => [each, 'done'])),
		});
		const longest = {
			...full,
			zone: timeZone.parse('America/Argentina/ComodRivadavia'),
			roleId: '12345678901234567890',
			laters: days(7, 20_640).map((each) => ({ day: each, epochMinute: 29_460_000, topics: [...TOPICS] })),
			topics: new Map(TOPICS.map((each) => [each, topic])),
		};
		expect(encodeMemberRecord(longest).length).toBeLessThan(LONGEST_RECORD);
	});

	test('of before nudges could be answered is still read', () => {
		const stored = '1|UTC|200|1.1767600000|||s.1290.,d.480.20457';
		expect(decodeMemberRecord('key', stored)).toEqual(
			aRecord({
				exact: false,
				topics: new Map([
					['sleep', aTopicRecord('21:30')],
					['diet', aTopicRecord('8', { lastDay: day(20_457) })],
				]),
			}),
		);
	});

	test.each([
		['empty', ''],
		['of another version', '3|Europe/Berlin|123|1.1767600000|||s.1290.'],
		['without topics', '1|Europe/Berlin|123|1.1767600000|||'],
		['of an unknown zone', '1|Europe/Atlantis|123|1.1767600000|||s.1290.'],
		['of an unknown topic', '1|Europe/Berlin|123|1.1767600000|||x.1290.'],
		['with a time that is none', '1|Europe/Berlin|123|1.1767600000|||s.1440.'],
		['with half a refusal', '1|Europe/Berlin|123|1.1767600000|2.20458||s.1290.'],
		['without consent', '1|Europe/Berlin|123||||s.1290.'],
	])('that is %s is refused by the name of its key', (_case, stored) => {
		expect(() => decodeMemberRecord('some-key', stored)).toThrow(CorruptValueError);
		expect(() => decodeMemberRecord('some-key', stored)).toThrow('some-key');
	});
});
