import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/nudges/local-day.ts';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import { decodeMemberRecord, encodeMemberRecord, type MemberRecord } from '../../src/nudges/member-record.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { CorruptValueError } from '../../src/redis/parse-stored.ts';

const day = (value: number) => localDay.parse(value);

const plain: MemberRecord = {
	zone: timeZone.parse('Europe/Berlin'),
	channelId: '1234567890123456789',
	consent: { version: 1, at: 1_767_600_000_000 },
	refusal: undefined,
	intents: [],
	topics: new Map([['sleep', { time: parseLocalTime('21:30'), lastDay: undefined }]]),
};

const full: MemberRecord = {
	...plain,
	refusal: { count: 2, day: day(20_458), code: 50_007 },
	intents: [
		{ day: day(20_459), time: parseLocalTime('8'), at: 1_767_600_001_000, topics: ['sleep', 'diet'] },
		{ day: day(20_459), time: parseLocalTime('13'), at: 1_767_600_002_000, topics: ['stress'] },
	],
	topics: new Map([
		['sleep', { time: parseLocalTime('8'), lastDay: day(20_458) }],
		['stress', { time: parseLocalTime('13'), lastDay: undefined }],
		['diet', { time: parseLocalTime('8'), lastDay: day(20_457) }],
	]),
};

describe('the stored form of a member record', () => {
	test.each([
		['of a new member', plain, '1|Europe/Berlin|1234567890123456789|1.1767600000|||s.1290.'],
		[
			'of one with all there is',
			full,
			'1|Europe/Berlin|1234567890123456789|1.1767600000|2.20458.50007|20459.480.1767600001.sd;20459.780.1767600002.t|s.480.20458,t.780.,d.480.20457',
		],
	])('%s is short and reads back the same', (_case, record, stored) => {
		expect(encodeMemberRecord(record)).toBe(stored);
		expect(decodeMemberRecord('key', stored)).toEqual(record);
	});

	test.each([
		['empty', ''],
		['of another version', '2|Europe/Berlin|123|1.1767600000|||s.1290.'],
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
