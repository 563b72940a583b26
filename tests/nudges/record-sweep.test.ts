import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/nudges/local-day.ts';
import { recordsKeyOf, shardOf } from '../../src/nudges/member-keys.ts';
import type { MemberRecord, TopicRecord } from '../../src/nudges/member-record.ts';
import { ENDS_AFTER_DAYS } from '../../src/nudges/record-end.ts';
import { createRecordSweep } from '../../src/nudges/record-sweep.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { laters } from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { aTopicRecord, someMembers } from './stage.ts';

const redis = useRedis();
const TODAY = localDay.parse(20_458);
const [ANNA = '', BEN = ''] = someMembers(2);
const ago = (days: number) => localDay.parse(TODAY - days);

/** Days in a row, the last one so many days ago. */
const row = (length: number, last: number) =>
	Array.from({ length }, (_none, index) => ago(last + length - 1 - index));

const subscriptions = () => createSubscriptions(redis.client);
const sweep = () => createRecordSweep(redis.client, subscriptions()).sweep(TODAY);

/** Stores a member's record, or that of a channel, with these changes. */
async function keep(memberId: string, changes: Partial<MemberRecord>, channelId = '200'): Promise<void> {
	const request = {
		zone: timeZone.parse('UTC'),
		times: new Map([['diet', aTopicRecord('8').time] as const]),
		channelId,
		consent: { version: 1, at: 0 },
		exact: true,
	};
	await subscriptions().start(memberId, request, Date.parse('2024-01-01T00:00Z'));
	await subscriptions().change(memberId, (old) => ({ ...old, ...changes }));
}

const topics = (changes: Partial<TopicRecord>, other?: Partial<TopicRecord>): MemberRecord['topics'] =>
	new Map([
		['diet' as const, aTopicRecord('8', changes)],
		...(other ? [['sleep' as const, aTopicRecord('21', other)] as const] : []),
	]);
const refused = (count: number, days: number) => ({ refusal: { count, day: ago(days), code: 50_278 } });
const OLD = ENDS_AFTER_DAYS;

describe('the record of a member', () => {
	test.each<[string, Partial<MemberRecord>]>([
		['whom Discord refused three times, long ago', refused(3, OLD)],
		['of whom nothing was answered, long ago', { topics: topics({ open: row(31, OLD) }) }],
		[
			'of whom nothing was answered on any topic',
			{ topics: topics({ open: row(31, OLD) }, { open: row(31, OLD + 9) }) },
		],
	])('%s, ends with all that belongs to it', async (_who, changes) => {
		await keep(ANNA, { ...changes, laters: [{ day: ago(OLD), epochMinute: 9, topics: ['diet'] }] });
		expect(await redis.client.zcard(laters(shardOf(ANNA)))).toBe(1);
		await sweep();
		expect((await redis.client.keys('*')).filter((key) => !key.endsWith(':zones'))).toEqual([]);
	});

	test.each<[string, Partial<MemberRecord>]>([
		['whom Discord refused three times a day less ago', refused(3, OLD - 1)],
		['whom Discord refused twice, because Gutsy did not run since', refused(2, OLD)],
		[
			'who had their last nudge long ago, because Gutsy did not run since',
			{ topics: topics({ lastDay: ago(OLD) }) },
		],
		[
			'who is refused but paused until a day that is not long ago',
			{ ...refused(3, OLD), pausedUntil: ago(OLD - 1) },
		],
		[
			'of whom nothing was answered, but who means to go on later',
			{ topics: topics({ open: row(31, OLD) }), pausedUntil: ago(-30) },
		],
		['of whom not enough is open for it to rest', { topics: topics({ open: row(30, OLD) }) }],
		[
			'who left only one of two topics unanswered',
			{ topics: topics({ open: row(31, OLD) }, { lastDay: ago(1) }) },
		],
	])('%s, stays', async (_who, changes) => {
		await keep(ANNA, changes);
		const before = await subscriptions().read(ANNA);
		await sweep();
		expect(await subscriptions().read(ANNA)).toEqual(before);
	});

	test('keeps no marks of more than half a year, also when nothing is added to them', async () => {
		const history = new Map([300, 250, 182, 181, 180].map((days) => [ago(days), 'done'] as const));
		await keep(ANNA, { ...refused(3, 180), topics: topics({ history }) });
		await sweep();
		const left = await subscriptions().read(ANNA);
		expect([...(left?.topics.get('diet')?.history.keys() ?? [])]).toEqual([ago(180), ago(181)]);
		expect(left?.refusal?.count).toBe(3);
	});

	test('stays when its member begins anew at that very moment', async () => {
		await keep(ANNA, refused(3, OLD));
		const { change, endIf } = subscriptions();
		const late = createRecordSweep(redis.client, {
			change,
			async endIf(memberId, isOver) {
				await change(memberId, (old) => ({ ...old, refusal: undefined }));
				return endIf(memberId, isOver);
			},
		});
		await late.sweep(TODAY);
		expect((await subscriptions().read(ANNA))?.refusal).toBeUndefined();
	});
});

test('the record of a channel does not end by itself: it is its server’s', async () => {
	await keep(ANNA, refused(3, OLD), ANNA);
	await sweep();
	expect(await subscriptions().read(ANNA)).toBeDefined();
});

test('a record that cannot be read is left where it is, and told where it looks as if it had ended', async () => {
	await keep(BEN, refused(3, OLD));
	await redis.client.hset(recordsKeyOf(ANNA), ANNA, 'no record');
	const raw = (await redis.client.hget(recordsKeyOf(BEN), BEN)) ?? '';
	await redis.client.hset(recordsKeyOf(BEN), BEN, raw.replace('|UTC|', '|Nowhere|'));
	expect(await sweep()).toEqual({ corrupt: 1 });
	expect(await redis.client.hget(recordsKeyOf(ANNA), ANNA)).toBe('no record');
	expect(await redis.client.hexists(recordsKeyOf(BEN), BEN)).toBe(1);
});
