import { describe, expect, test } from 'vitest';
import { answerRecord, laterRecord } from '../../src/nudges/answer-record.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { aRecord, aTopicRecord } from './stage.ts';

const day = (value: number) => localDay.parse(value);
const today = day(20_458);
const yesterday = day(20_457);

const both = aRecord({
	topics: new Map([
		['sleep', aTopicRecord('21:30', { open: [day(20_455), yesterday, today] })],
		['diet', aTopicRecord('8', { open: [today] })],
	]),
});

describe('answerRecord()', () => {
	test('counts for its date, and what was left before it as missed', () => {
		const next = answerRecord(both, { day: yesterday, topics: ['sleep'], mark: 'done' });
		expect(next?.topics.get('sleep')).toMatchObject({
			open: [today],
			history: new Map([
				[day(20_455), 'missed'],
				[yesterday, 'done'],
			]),
		});
		expect(next?.topics.get('diet')).toBe(both.topics.get('diet'));
	});

	test('stands: a second answer to the same date changes nothing', () => {
		const once = answerRecord(both, { day: today, topics: ['diet'], mark: 'not-today' });
		expect(once && answerRecord(once, { day: today, topics: ['diet'], mark: 'done' })).toBeUndefined();
	});

	test('may come late, in place of a date that counted as missed', () => {
		const once = answerRecord(both, { day: today, topics: ['sleep'], mark: 'done' });
		const late = once && answerRecord(once, { day: yesterday, topics: ['sleep'], mark: 'done' });
		expect(late?.topics.get('sleep')?.history.get(yesterday)).toBe('done');
	});

	test('on a topic that was stopped changes nothing', () => {
		expect(answerRecord(both, { day: today, topics: ['stress'], mark: 'done' })).toBeUndefined();
	});

	test('calls off what was put off, of that topic and date only', () => {
		const later = laterRecord(both, today, ['sleep', 'diet'], 29_000_000);
		const next = later && answerRecord(later, { day: today, topics: ['diet'], mark: 'done' });
		expect(next?.laters).toEqual([{ day: today, epochMinute: 29_000_000, topics: ['sleep'] }]);
	});
});

describe('laterRecord()', () => {
	test('takes the place of an earlier delay of the same nudge', () => {
		const once = laterRecord(both, today, ['diet'], 29_000_000);
		const again = once && laterRecord(once, today, ['diet'], 29_000_120);
		expect(again?.laters).toEqual([{ day: today, epochMinute: 29_000_120, topics: ['diet'] }]);
	});

	test('joins topics of one date and minute, and keeps dates apart', () => {
		const one = laterRecord(both, today, ['diet'], 29_000_000);
		const two = one && laterRecord(one, today, ['sleep'], 29_000_000);
		const three = two && laterRecord(two, yesterday, ['sleep'], 29_000_000);
		expect(three?.laters).toEqual([
			{ day: today, epochMinute: 29_000_000, topics: ['sleep', 'diet'] },
			{ day: yesterday, epochMinute: 29_000_001, topics: ['sleep'] },
		]);
	});

	test('is not for what was answered', () => {
		const done = answerRecord(both, { day: today, topics: ['diet'], mark: 'done' });
		expect(done && laterRecord(done, today, ['diet'], 29_000_000)).toBeUndefined();
	});
});
