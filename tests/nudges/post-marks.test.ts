import { beforeEach, describe, expect, test } from 'vitest';
import { HISTORY_DAYS } from '../../src/nudges/history.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { postMarksKeyOf } from '../../src/nudges/member-keys.ts';
import { createPostMarks, type PostMark, type PostMarkStore } from '../../src/nudges/post-marks.ts';
import { decodePostMarks, encodePostMarks } from '../../src/nudges/post-marks-codec.ts';
import { CorruptValueError } from '../../src/redis/parse-stored.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const MEMBER = '123456789012345678';
const OTHER = '123456789012345679';
const day = (value: number) => localDay.parse(value);
const TODAY = day(20_780);

const mark = (on: number, changes: Partial<PostMark> = {}): PostMark => ({
	channelId: '800',
	topic: 'sleep',
	day: day(on),
	mark: 'done',
	...changes,
});

let marks: PostMarkStore;
beforeEach(() => {
	marks = createPostMarks(redis.client);
});

const raw = (memberId = MEMBER) => redis.client.hget(postMarksKeyOf(memberId), memberId);

describe('the stored form of answers to posts', () => {
	const all = [
		{ channelId: '800', topic: 'sleep' as const, history: new Map([[day(20_779), 'done' as const]]) },
		{ channelId: '801', topic: 'diet' as const, history: new Map([[day(20_778), 'not-today' as const]]) },
	];

	test('is short and reads back the same', () => {
		expect(encodePostMarks(all)).toBe('1|800.s.20779.Q,801.d.20778.g');
		expect(decodePostMarks('key', encodePostMarks(all))).toEqual(all);
	});

	test('of nothing is nothing', () => {
		expect(encodePostMarks([])).toBeUndefined();
		expect(decodePostMarks('key', undefined)).toEqual([]);
	});

	test.each(['', '2|800.s.20779.Q', '1|', '1|800.x.20779.Q', '1|abc.s.20779.Q', '1|800.s.20779'])(
		'is not %j',
		(text) => {
			expect(() => decodePostMarks('key', text)).toThrow(CorruptValueError);
		},
	);
});

describe('answers to posts', () => {
	test('are kept by channel and topic; the first one of a date stands', async () => {
		expect(await marks.add(MEMBER, mark(20_779), TODAY)).toEqual({
			isNew: true,
			history: new Map([[20_779, 'done']]),
		});
		expect(await marks.add(MEMBER, mark(20_779, { mark: 'not-today' }), TODAY)).toMatchObject({
			isNew: false,
		});
		await marks.add(MEMBER, mark(20_780, { mark: 'not-today' }), TODAY);
		await marks.add(MEMBER, mark(20_779, { topic: 'diet' }), TODAY);
		await marks.add(MEMBER, mark(20_779, { channelId: '801' }), TODAY);
		const own = await marks.of(MEMBER, TODAY);
		expect(
			own.map(({ channelId, topic, history }) => [channelId, topic, [...history.values()].sort()]),
		).toEqual([
			['800', 'sleep', ['done', 'not-today']],
			['800', 'diet', ['done']],
			['801', 'sleep', ['done']],
		]);
		expect(await marks.of(OTHER, TODAY)).toEqual([]);
	});

	test('lose none that come at once', async () => {
		const days = Array.from({ length: 8 }, (_none, index) => 20_770 + index);
		await Promise.all(days.map((on) => marks.add(MEMBER, mark(on), TODAY)));
		const [own] = await marks.of(MEMBER, TODAY);
		expect([...(own?.history.keys() ?? [])].sort()).toEqual(days);
	});

	test('are forgotten when the member wants it', async () => {
		await marks.add(MEMBER, mark(20_779), TODAY);
		expect(await marks.forget(MEMBER)).toBe(true);
		expect(await marks.forget(MEMBER)).toBe(false);
		expect(await raw()).toBeNull();
	});

	test('are not read when they are corrupt, and forgotten all the same', async () => {
		await redis.client.hset(postMarksKeyOf(MEMBER), MEMBER, 'nonsense');
		await expect(marks.of(MEMBER, TODAY)).rejects.toThrow(CorruptValueError);
		await expect(marks.add(MEMBER, mark(20_779), TODAY)).rejects.toThrow(CorruptValueError);
		expect(await marks.forget(MEMBER)).toBe(true);
	});
});

describe('half a year after an answer', () => {
	const later = (days: number) => day(20_700 + days);

	test('it is read no more, and gone with the next answer', async () => {
		await marks.add(MEMBER, mark(20_700), later(0));
		await marks.add(MEMBER, mark(20_701, { channelId: '801' }), later(1));
		expect(await marks.of(MEMBER, later(HISTORY_DAYS - 1))).toHaveLength(2);
		expect(await marks.of(MEMBER, later(HISTORY_DAYS))).toMatchObject([{ channelId: '801' }]);
		await marks.add(MEMBER, mark(20_700 + HISTORY_DAYS), later(HISTORY_DAYS + 1));
		expect(await raw()).toBe('1|800.s.20882.Q');
	});

	test('it is swept away, whoever has not answered since', async () => {
		await marks.add(MEMBER, mark(20_700), later(0));
		await marks.add(OTHER, mark(20_700), later(0));
		await marks.add(OTHER, mark(20_750), later(50));
		expect(await marks.sweep(later(HISTORY_DAYS - 1))).toEqual({ corrupt: 0 });
		expect(await raw(MEMBER)).not.toBeNull();
		await marks.sweep(later(HISTORY_DAYS));
		expect(await raw(MEMBER)).toBeNull();
		expect(await raw(OTHER)).toBe('1|800.s.20750.Q');
		await marks.sweep(later(HISTORY_DAYS + 50));
		expect(await redis.client.keys('*')).toEqual([]);
	});

	test('what cannot be read is left where it is, and told', async () => {
		await redis.client.hset(postMarksKeyOf(MEMBER), MEMBER, 'nonsense');
		await marks.add(OTHER, mark(20_700), later(0));
		expect(await marks.sweep(later(HISTORY_DAYS))).toEqual({ corrupt: 1 });
		expect(await raw(MEMBER)).toBe('nonsense');
		expect(await raw(OTHER)).toBeNull();
	});
});
