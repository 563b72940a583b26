import { localTime } from '../../src/nudges/local-time.ts';
import { createWallClocks } from '../../src/nudges/wall-clocks.ts';
import type { Figure } from '../figure.ts';
import type { PrivateRedis } from '../private-redis.ts';
import { loadDueSets, loadRecords } from './load-members.ts';
import { memberOf } from './population.ts';
import { runChild } from './run-child.ts';
import { type SpikeResult, spikeResult } from './spike-result.ts';

const LARGEST = 100_000;
/** Of the day that the population has been nudged until. */
const DUE_AT = Date.UTC(2026, 0, 5, 12);

/** Many more members come, all due in the same minute: it is claimed and queued, and taken from the queue. */
export async function spike({ client, socketPath }: PrivateRedis, members: number): Promise<Figure[]> {
	const size = Math.min(LARGEST, members);
	const wallClocks = createWallClocks();
	const newcomers = Array.from({ length: size }, (_none, index) => {
		const { memberId, record } = memberOf(2 * members + index);
		const { minute } = wallClocks(DUE_AT, record.zone);
		const topic = { time: localTime.parse(minute), spread: 0, lastDay: undefined, open: [], step: undefined };
		return {
			memberId,
			record: {
				...record,
				quiet: undefined,
				topics: new Map([['diet' as const, { ...topic, history: new Map() }]]),
			},
		};
	});
	await loadDueSets(client, newcomers);
	await loadRecords(client, newcomers);
	const run = (what: string) => runChild(spikeResult, 'spike', [what, socketPath, String(DUE_AT)]);
	const drained = await run('drain');
	const delivered = await run('deliver');
	return [
		{ metric: 'due in one minute', value: drained.due, unit: '' },
		{ metric: 'claimed and queued', value: drained.claiming.ms / 1_000, unit: 's', goal: { most: 3 } },
		{ metric: 'claimed and queued, CPU each', value: cpuEach(drained, 'claiming'), unit: 'µs' },
		{ metric: 'taken from the queue', value: rate(drained), unit: 'deliveries/s', goal: { least: 50_000 } },
		{ metric: 'memory of that process', value: drained.peakMiB, unit: 'MiB', goal: { most: 200 } },
		{ metric: 'delivered, ledger and all', value: rate(delivered), unit: 'deliveries/s' },
		{ metric: 'delivered, ledger and all, CPU each', value: cpuEach(delivered, 'draining'), unit: 'µs' },
		{
			metric: 'memory of the process that delivers',
			value: delivered.peakMiB,
			unit: 'MiB',
			goal: { most: 200 },
		},
	];
}

function rate({ due, draining }: SpikeResult): number {
	return (due / draining.ms) * 1_000;
}

function cpuEach({ due, ...costs }: SpikeResult, stage: 'claiming' | 'draining'): number {
	return (costs[stage].nodeUs + costs[stage].redisUs) / due;
}
