import { beforeEach, describe, expect, test } from 'vitest';
import { type ChannelPosts, createChannelPosts, type PostPlan } from '../../src/nudges/channel-posts.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import { recordsKeyOf } from '../../src/nudges/member-keys.ts';
import { createPostAnswers } from '../../src/nudges/post-answers.ts';
import { createPostMarks } from '../../src/nudges/post-marks.ts';
import { createSubscriptions, type Subscriptions } from '../../src/nudges/subscriptions.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { useRedis } from '../support/redis.ts';
import { aClock } from './stage.ts';

const redis = useRedis();
const SERVER = '900';
const MEMBER = '123456789012345678';
const day = (value: number) => localDay.parse(value);
/** The date of the clock below. */
const TODAY = 20_458;

const plan = (changes: Partial<PostPlan> = {}): PostPlan => ({
	channelId: '800',
	topics: ['sleep'],
	time: parseLocalTime('9'),
	timeZone: timeZone.parse('UTC'),
	roleId: undefined,
	...changes,
});

let clock: ReturnType<typeof aClock>;
let subscriptions: Subscriptions;
let posts: ChannelPosts;
beforeEach(() => {
	clock = aClock('2026-01-05T08:00Z');
	subscriptions = createSubscriptions(redis.client);
	posts = createChannelPosts(redis.client, subscriptions, clock.now);
});

const keys = async () => (await redis.client.keys('*')).filter((key) => !key.endsWith(':zones'));

describe('the posts of a server', () => {
	test('are listed with what is posted', async () => {
		await posts.start(SERVER, plan({ channelId: '801', roleId: '555' }));
		await posts.start(SERVER, plan());
		const listed = await posts.list(SERVER);
		expect(listed).toMatchObject([
			{ channelId: '800', roleId: undefined, status: { topics: [{ topic: 'sleep' }] } },
			{ channelId: '801', roleId: '555', status: { exact: true, timeZone: 'UTC' } },
		]);
		expect(await posts.find(SERVER, '801')).toEqual(listed[1]);
	});

	test('take the place of those that were on in the channel', async () => {
		await posts.start(SERVER, plan({ topics: ['sleep', 'stress'], roleId: '555' }));
		const changed = await posts.start(SERVER, plan({ topics: ['diet'] }));
		expect(changed).toMatchObject({ roleId: undefined, status: { topics: [{ topic: 'diet' }] } });
		expect(await posts.list(SERVER)).toHaveLength(1);
	});

	test('are at most five channels, also when two are asked for at once', async () => {
		const ids = ['1', '2', '3', '4', '5', '6', '7'];
		const started = await Promise.all(ids.map((channelId) => posts.start(SERVER, plan({ channelId }))));
		expect(started.filter((each) => each === 'full')).toHaveLength(2);
		const on = (await posts.list(SERVER)).map(({ channelId }) => channelId);
		expect(on).toHaveLength(5);
		expect(await posts.isFull(SERVER, on[0] ?? '')).toBe(false);
		expect(await posts.isFull(SERVER, '8')).toBe(true);
		expect(await posts.start(SERVER, plan({ channelId: on[0] ?? '' }))).not.toBe('full');
	});

	test('leave nothing when they end', async () => {
		await posts.start(SERVER, plan());
		expect(await posts.stop(SERVER, '800')).toBe(true);
		expect(await posts.stop(SERVER, '800')).toBe(false);
		expect(await keys()).toEqual([]);
	});

	test('are no other server’s', async () => {
		await posts.start(SERVER, plan());
		expect(await posts.list('901')).toEqual([]);
		expect(await posts.find('901', '800')).toBeUndefined();
		expect(await posts.stop('901', '800')).toBe(false);
		expect(await posts.find(SERVER, '800')).toMatchObject({ status: { timeZone: 'UTC' } });
	});

	test('that were cut off half-way are shown without anything to come, and can be stopped', async () => {
		await posts.start(SERVER, plan());
		await redis.client.del(recordsKeyOf('800'));
		expect(await posts.list(SERVER)).toEqual([{ channelId: '800', roleId: undefined, status: undefined }]);
		expect(await posts.stop(SERVER, '800')).toBe(true);
	});
});

describe('an answer to a post', () => {
	const answers = () => createPostAnswers(subscriptions, createPostMarks(redis.client), clock.now);
	const answer = (on: number, changes = {}) =>
		answers().answer(MEMBER, { channelId: '800', topic: 'sleep', day: day(on), mark: 'done', ...changes });

	test('tells how many of the last seven days were done', async () => {
		await posts.start(SERVER, plan());
		for (const [on, doneOfWeek] of [
			[TODAY - 7, 0],
			[TODAY - 6, 1],
			[TODAY - 1, 2],
			[TODAY, 3],
		] as const)
			expect(await answer(on)).toEqual({ isNew: true, doneOfWeek });
		expect(await answer(TODAY, { mark: 'not-today' })).toEqual({ isNew: false, doneOfWeek: 3 });
	});

	test.each([
		['where no posts are on', { channelId: '801' }],
		['on a topic that is not posted', { topic: 'diet' }],
	])('is not counted %s', async (_case, changes) => {
		await posts.start(SERVER, plan());
		expect(await answer(TODAY, changes)).toBe('stopped');
		expect((await keys()).filter((key) => key.includes('post-marks'))).toEqual([]);
	});

	test.each([
		['too old', TODAY - 31, 'more than 30 days old'],
		['of a day to come', TODAY + 2, 'has not come yet'],
	])('to a post that is %s is refused', async (_case, on, words) => {
		await posts.start(SERVER, plan());
		await expect(answer(on)).rejects.toThrow(words);
	});
});

test('a member’s answers are histories to be joined, one for each channel and topic', async () => {
	const marks = createPostMarks(redis.client);
	const { histories } = createPostAnswers(subscriptions, marks, clock.now);
	expect(await histories(MEMBER)).toEqual([]);
	for (const [channelId, mark] of [
		['800', 'done'],
		['801', 'not-today'],
	] as const)
		await marks.add(MEMBER, { channelId, topic: 'sleep', day: day(TODAY), mark }, day(TODAY));
	expect(await histories(MEMBER)).toEqual([
		{ topic: 'sleep', label: 'Sleep', history: new Map([[TODAY, 'done']]) },
		{ topic: 'sleep', label: 'Sleep', history: new Map([[TODAY, 'not-today']]) },
	]);
});

describe('the posts of a server that Gutsy was removed from', () => {
	test('are suspended as they are, and go on when it is back', async () => {
		await posts.start(SERVER, plan({ roleId: '555' }));
		await posts.start(SERVER, plan({ channelId: '801' }));
		await posts.start('901', plan({ channelId: '802' }));
		const before = await posts.list(SERVER);
		await posts.suspend(SERVER);
		const suspended = await posts.list(SERVER);
		for (const { status } of suspended)
			expect(status).toMatchObject({
				delivery: { kind: 'suspended', code: 10_004 },
				topics: [{ nextAt: undefined }],
			});
		expect((await posts.find('901', '802'))?.status?.delivery).toEqual({ kind: 'active' });
		await posts.unsuspend(SERVER);
		expect(await posts.list(SERVER)).toEqual(before);
	});

	test('stay suspended when they were for another reason', async () => {
		await posts.start(SERVER, plan());
		const refusal = { count: 3, day: day(TODAY), code: 50_013 };
		await subscriptions.change('800', (old) => ({ ...old, refusal }));
		await posts.unsuspend(SERVER);
		expect((await subscriptions.read('800'))?.refusal).toEqual(refusal);
	});

	test('are suspended and go on, and are deleted, also when one of them cannot be read', async () => {
		await posts.start(SERVER, plan());
		await posts.start(SERVER, plan({ channelId: '801' }));
		await redis.client.hset(recordsKeyOf('800'), '800', 'no record');
		await posts.suspend(SERVER);
		expect((await subscriptions.read('801'))?.refusal?.code).toBe(10_004);
		await posts.unsuspend(SERVER);
		expect((await subscriptions.read('801'))?.refusal).toBeUndefined();
		await posts.stopAll(SERVER);
		expect(await redis.client.exists(recordsKeyOf('800'), recordsKeyOf('801'))).toBe(0);
	});

	test('are all deleted in the end, and those of no other server', async () => {
		await posts.start('901', plan({ channelId: '802' }));
		const others = await keys();
		await posts.start(SERVER, plan());
		await posts.start(SERVER, plan({ channelId: '801' }));
		await posts.stopAll(SERVER);
		expect(new Set(await keys())).toEqual(new Set(others));
		await posts.stopAll(SERVER);
	});
});
