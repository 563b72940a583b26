import type { Figure } from '../figure.ts';
import { openPrivateRedis } from '../private-redis.ts';
import { quantile } from '../quantile.ts';
import { type ContestResult, contestResult } from './contest-result.ts';
import { runChild } from './run-child.ts';

const ROUNDS = 3;
const SUBSCRIPTIONS = 20_000;

/** One BullMQ job scheduler for each subscription beside what Gutsy does, turn by turn, all due in one minute. */
export async function race(): Promise<Figure[]> {
	const naive: ContestResult[] = [];
	const gutsy: ContestResult[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		naive.push(await contest('naive'));
		gutsy.push(await contest('gutsy'));
	}
	return figures(naive, gutsy);
}

async function contest(name: string): Promise<ContestResult> {
	const redis = await openPrivateRedis();
	try {
		return await runChild(contestResult, 'contest', [name, redis.socketPath, String(SUBSCRIPTIONS)]);
	} finally {
		await redis.close();
	}
}

function figures(naive: readonly ContestResult[], gutsy: readonly ContestResult[]): Figure[] {
	const memory = ({ bytes }: ContestResult) => bytes / SUBSCRIPTIONS;
	const memoryByThree = ({ bytesByThree = 0 }: ContestResult) => bytesByThree / SUBSCRIPTIONS;
	const subscribing = ({ subscribing: { nodeUs, redisUs } }: ContestResult) =>
		(nodeUs + redisUs) / SUBSCRIPTIONS;
	const spike = ({ claiming, draining }: ContestResult) => (claiming.ms + draining.ms) / 1_000;
	const cpu = ({ claiming, draining }: ContestResult) =>
		(claiming.nodeUs + claiming.redisUs + draining.nodeUs + draining.redisUs) / SUBSCRIPTIONS;
	const delivering = ({ delivering }: ContestResult) => (delivering?.ms ?? 0) / 1_000;
	const deliveringCpu = ({ delivering }: ContestResult) =>
		((delivering?.nodeUs ?? 0) + (delivering?.redisUs ?? 0)) / SUBSCRIPTIONS;
	const naiveMemory = median(naive, memory);
	const naiveSpike = median(naive, spike);
	const naiveCpu = median(naive, cpu);
	return [
		{ metric: 'memory a subscription, one scheduler each', value: naiveMemory, unit: 'bytes' },
		{
			metric: 'memory a subscription, Gutsy, three a member',
			value: median(gutsy, memoryByThree),
			unit: 'bytes',
		},
		{ metric: 'memory a subscription, Gutsy, one a member', value: median(gutsy, memory), unit: 'bytes' },
		ratio('memory ratio, three a member', naiveMemory / median(gutsy, memoryByThree), 12),
		ratio('memory ratio, one a member', naiveMemory / median(gutsy, memory)),
		{ metric: 'subscribing, CPU, one scheduler each', value: median(naive, subscribing), unit: 'µs' },
		{ metric: 'subscribing, CPU, Gutsy', value: median(gutsy, subscribing), unit: 'µs' },
		{ metric: 'spike until drained, one scheduler each', value: naiveSpike, unit: 's' },
		{ metric: 'spike until drained, Gutsy', value: median(gutsy, spike), unit: 's' },
		ratio('spike ratio', naiveSpike / median(gutsy, spike), 15),
		{ metric: 'spike, CPU a delivery, one scheduler each', value: naiveCpu, unit: 'µs' },
		{ metric: 'spike, CPU a delivery, Gutsy', value: median(gutsy, cpu), unit: 'µs' },
		ratio('spike CPU ratio', naiveCpu / median(gutsy, cpu), 15),
		{ metric: 'spike until delivered, ledger and all, Gutsy', value: median(gutsy, delivering), unit: 's' },
		ratio('spike ratio, Gutsy with ledger, the other without', naiveSpike / median(gutsy, delivering)),
		ratio('spike CPU ratio, Gutsy with ledger, the other without', naiveCpu / median(gutsy, deliveringCpu)),
	];
}

function median(results: readonly ContestResult[], read: (result: ContestResult) => number): number {
	return quantile(results.map(read), 0.5);
}

function ratio(metric: string, value: number, least?: number): Figure {
	return { metric, value, unit: '×', ...(least === undefined ? {} : { goal: { least } }) };
}
