import { describe, expect, test } from 'vitest';
import { exportRecord } from '../../src/nudges/export-record.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import { aRecord, aTopicRecord } from './stage.ts';

const day = (value: number) => localDay.parse(value);

describe('exportRecord()', () => {
	test('leaves nothing out, and survives JSON', () => {
		const record = aRecord({
			refusal: { count: 2, day: day(20_778), code: 50_007 },
			intents: [{ day: day(20_779), minute: 480, at: 1_767_600_060_000, topics: ['diet'] }],
			since: day(20_700),
			pausedUntil: day(20_800),
			quiet: { from: parseLocalTime('22:00'), to: parseLocalTime('7') },
			recap: true,
			roleId: '77',
			laters: [{ day: day(20_779), epochMinute: 29_460_000, topics: ['diet'] }],
			topics: new Map([
				[
					'diet',
					aTopicRecord('8', {
						spread: 4,
						lastDay: day(20_779),
						open: [day(20_779)],
						step: 3,
						history: new Map([
							[day(20_778), 'not-today'],
							[day(20_777), 'done'],
						]),
					}),
				],
			]),
		});
		const exported = exportRecord(record);
		expect(JSON.parse(JSON.stringify(exported))).toEqual(exported);
		expect(Object.keys(exported)).toHaveLength(Object.keys(record).length);
		expect(exported).toEqual({
			timeZone: 'UTC',
			conversation: '200',
			consent: { version: 1, at: '2026-01-05T08:00:00.000Z' },
			since: '2026-09-04',
			pausedUntil: '2026-12-13',
			quiet: { from: '22:00', to: '07:00' },
			atTheVeryMinute: true,
			recapOnSundays: true,
			role: '77',
			refusedByDiscord: { count: 2, day: '2026-11-21', code: 50_007 },
			beingSent: [{ day: '2026-11-22', topics: ['diet'], firstTry: '2026-01-05T08:01:00.000Z' }],
			putOff: [{ day: '2026-11-22', topics: ['diet'], until: '2026-01-05T08:00:00.000Z' }],
			topics: {
				diet: {
					time: '08:00',
					minutesLater: 4,
					lastDay: '2026-11-22',
					notAnsweredYet: ['2026-11-22'],
					programmeDaysThatCame: 3,
					days: { '2026-11-20': 'done', '2026-11-21': 'not-today' },
				},
			},
		});
	});
});
