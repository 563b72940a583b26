import { beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { formatLocalTime } from '../../src/nudges/local-time.ts';
import { createNudges, type Nudges } from '../../src/nudges/nudges.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { useRedis } from '../support/redis.ts';
import { aClock } from './stage.ts';

const redis = useRedis();
const MEMBER = '123456789012345678';

let clock: ReturnType<typeof aClock>;
let nudges: Nudges;
beforeEach(() => {
	clock = aClock('2026-01-05T10:00Z');
	nudges = createNudges({ subscriptions: createSubscriptions(redis.client), clock: clock.now });
});

const consent = { version: 1, at: Date.parse('2026-01-05T10:00Z') };

async function optIn(topics: string, time?: string, timeZone?: string) {
	const plan = await nudges.plan({ memberId: MEMBER, topics, time, timeZone, exact: true });
	return nudges.start(plan, { channelId: '200', consent });
}

/** `topic time` for each. */
const times = (topics: readonly { topic: string; time: Parameters<typeof formatLocalTime>[0] }[]) =>
	topics.map(({ topic, time }) => `${topic} ${formatLocalTime(time)}`);

const nextAt = (status: Awaited<ReturnType<Nudges['status']>>) =>
	status?.topics.map(({ nextAt: at }) => at && new Date(at).toISOString());

describe('plan()', () => {
	test('proposes times that suit the topics', async () => {
		const plan = await nudges.plan({ memberId: MEMBER, topics: 'all', timeZone: 'berlin' });
		expect(plan.timeZone).toBe('Europe/Berlin');
		expect(times(plan.topics)).toEqual(['sleep 21:30', 'stress 13:00', 'diet 08:00']);
	});

	test('takes one time for all topics', async () => {
		const plan = await nudges.plan({ memberId: MEMBER, topics: 'sleep, diet', time: '9pm', timeZone: 'UTC' });
		expect(times(plan.topics)).toEqual(['sleep 21:00', 'diet 21:00']);
	});

	test('remembers zone and times of a running subscription', async () => {
		await optIn('diet', '7am', 'Tokyo');
		const plan = await nudges.plan({ memberId: MEMBER, topics: 'diet stress' });
		expect(plan.timeZone).toBe('Asia/Tokyo');
		expect(times(plan.topics)).toEqual(['stress 13:00', 'diet 07:00']);
	});

	test.each([
		['no zone is known', { topics: 'diet' }, 'time zone'],
		['the zone is unclear', { topics: 'diet', timeZone: 'EST' }, 'several time zones'],
		['a topic is unknown', { topics: 'running', timeZone: 'UTC' }, 'sleep, stress or diet'],
		['the time is no time', { topics: 'diet', time: 'half nine', timeZone: 'UTC' }, '21:30'],
	])('refuses when %s', async (_case, typed, words) => {
		const planning = nudges.plan({ memberId: MEMBER, ...typed });
		await expect(planning).rejects.toThrow(UserError);
		await expect(planning).rejects.toThrow(words);
	});

	test('stores nothing', async () => {
		await nudges.plan({ memberId: MEMBER, topics: 'all', timeZone: 'berlin' });
		expect(await redis.client.dbsize()).toBe(0);
	});
});

describe('start()', () => {
	test('tells when the first nudges come', async () => {
		const status = await optIn('all', undefined, 'UTC');
		expect(status).toMatchObject({ timeZone: 'UTC', consent, delivery: { kind: 'active' } });
		expect(nextAt(status)).toEqual([
			'2026-01-05T21:30:00.000Z',
			'2026-01-05T13:00:00.000Z',
			'2026-01-06T08:00:00.000Z',
		]);
		expect(await nudges.status(MEMBER)).toEqual(status);
	});

	test('adds to what is there', async () => {
		await optIn('diet', '7am', 'UTC');
		expect(times((await optIn('sleep')).topics)).toEqual(['sleep 21:30', 'diet 07:00']);
	});

	test('moves a time', async () => {
		await optIn('diet sleep', '11', 'UTC');
		const status = await optIn('diet', '12');
		expect(times(status.topics)).toEqual(['sleep 11:00', 'diet 12:00']);
		expect(nextAt(status)).toEqual(['2026-01-05T11:00:00.000Z', '2026-01-05T12:00:00.000Z']);
	});
});

describe('stop()', () => {
	test('ends one topic and tells what is left', async () => {
		await optIn('all', undefined, 'UTC');
		const left = await nudges.stop(MEMBER, ['stress']);
		expect(left?.topics.map(({ topic }) => topic)).toEqual(['sleep', 'diet']);
	});

	test('ends everything', async () => {
		await optIn('all', undefined, 'UTC');
		expect(await nudges.stop(MEMBER)).toBeUndefined();
		expect(await nudges.status(MEMBER)).toBeUndefined();
	});
});

test('findTimeZones() shows the time there now', () => {
	expect(nudges.findTimeZones('berlin')[0]).toEqual({
		zone: 'Europe/Berlin',
		label: 'Europe/Berlin (Germany · Berlin, 11:00 now)',
	});
});
