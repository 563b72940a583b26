import type { Redis } from 'ioredis';
import { connectTo } from '../private-redis.ts';
import type { ContestResult } from './contest-result.ts';
import type { Contestant } from './contestant.ts';
import { type GutsyContestant, gutsy } from './gutsy.ts';
import { measureCost } from './measure-cost.ts';
import { oneSchedulerEach } from './one-scheduler-each.ts';
import { memberIdOf } from './population.ts';
import { bytesUsed } from './redis-facts.ts';

// A process of its own for each contestant and round, so that none warms up or litters the other's.
const [name = '', socketPath = '', count = ''] = process.argv.slice(2);
const redis = connectTo(socketPath);
const members = Array.from({ length: Number(count) }, (_none, index) => memberIdOf(index));
const result = name === 'gutsy' ? await runGutsy(gutsy(redis)) : await run(oneSchedulerEach(redis));
redis.disconnect();
console.log(JSON.stringify(result));

async function run(contestant: Contestant, after?: () => Promise<Partial<ContestResult>>) {
	await contestant.prepare();
	const empty = await bytesUsed(redis);
	const subscribing = await measureCost(redis, () => contestant.subscribe(members));
	const bytes = (await bytesUsed(redis)) - empty;
	const claiming = await measureCost(redis, contestant.claim);
	const draining = await measureCost(redis, contestant.drain);
	const result: ContestResult = { bytes, subscribing, claiming, draining, ...(await after?.()) };
	await contestant.close();
	return result;
}

function runGutsy(contestant: GutsyContestant): Promise<ContestResult> {
	return run(contestant, async () => {
		const delivering = await measureCost(redis, contestant.nextDay);
		await contestant.unsubscribe(members);
		return { delivering, bytesByThree: await bytesByThree(redis, contestant) };
	});
}

async function bytesByThree(redis: Redis, contestant: GutsyContestant): Promise<number> {
	const empty = await bytesUsed(redis);
	await contestant.subscribeToAll(members.slice(0, Math.ceil(members.length / 3)));
	return (await bytesUsed(redis)) - empty;
}
