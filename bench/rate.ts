import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { createAnswerTally } from '../src/nudges/answer-tally.ts';
import { createSlots } from '../src/nudges/slots.ts';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';
import { askDuringSpike } from './rate/ask-during-spike.ts';
import { fillBacklog } from './rate/backlog.ts';
import { busiestSecond } from './rate/busiest-second.ts';
import { type Receiver, startReceiver } from './rate/receiver-process.ts';
import { startSenders } from './rate/senders.ts';
import { openStore, type Store } from './rate/store.ts';

const LONG_MS = 60_000;
const QUICK_MS = 10_000;
/** What Discord allows a bot in a second. */
const ALLOWED = 50;
const PROCESSES = [1, 2, 4];
/** Until connections are made and code is compiled. */
const WARM_UP_MS = 3_000;
/** Without a limit the pace has climbed to its end by then. */
const QUIET_MS = 10 * 60_000;
const OTHERS_A_SECOND = 5;

interface Stage {
	store: Store;
	receiver: Receiver;
	/** How long is measured. */
	forMs: number;
}

/** How much of Discord's 50 requests a second the workers use, how close they come to it, and what that costs others. */
export async function benchRate({ quick = false }: { quick?: boolean | undefined } = {}): Promise<Figure[]> {
	const store = await openStore();
	const receiver = await startReceiver();
	const stage = { store, receiver, forMs: quick ? QUICK_MS : LONG_MS };
	try {
		const figures: Figure[] = [];
		for (const processes of PROCESSES) figures.push(...(await calm(stage, processes)));
		for (const processes of PROCESSES) figures.push(...(await jittery(stage, processes)));
		figures.push(await otherCalls(stage));
		figures.push(...(await askDuringSpike(stage)));
		return figures;
	} finally {
		await receiver.close();
		await store.close();
	}
}

async function calm(stage: Stage, processes: number): Promise<Figure[]> {
	const { use, most } = await send(stage, { processes, rate: 48, jitterMs: 0 });
	const what = `48/s, ${processes} processes`;
	return [
		{ metric: `use, ${what}`, value: use, unit: '%', goal: { least: 95 } },
		{ metric: `busiest second, ${what}`, value: most, unit: 'requests', goal: { most: 52 } },
	];
}

async function jittery(stage: Stage, processes: number): Promise<Figure[]> {
	const { use, most } = await send(stage, { processes, rate: 45, jitterMs: 30 });
	const what = `45/s with jitter, ${processes} processes`;
	return [
		// The rate is 90 % exactly; half a message at either end of a minute is no shortfall.
		{ metric: `use, ${what}`, value: Math.round(use * 10) / 10, unit: '%', goal: { least: 90 } },
		{ metric: `busiest second, ${what}`, value: most, unit: 'requests', goal: { most: 50 } },
	];
}

interface Sending {
	processes: number;
	rate: number;
	jitterMs: number;
}

async function send(stage: Stage, sending: Sending): Promise<{ use: number; most: number }> {
	const { receiver, forMs } = stage;
	return underBacklog(stage, sending, async () => {
		await delay(forMs);
		const all = [...(await receiver.arrivals())].sort((a, b) => a - b);
		const begin = (all[0] ?? 0) + WARM_UP_MS;
		const measured = all.filter((instant) => instant >= begin && instant < begin + forMs);
		const use = (measured.length / (forMs / 1_000) / ALLOWED) * 100;
		return { use, most: busiestSecond(measured) };
	});
}

/** Has workers send from a backlog without end while something is measured. */
async function underBacklog<Result>(
	{ store, receiver, forMs }: Stage,
	{ processes, rate, jitterMs }: Sending,
	measure: () => Promise<Result>,
): Promise<Result> {
	await store.reset(QUIET_MS);
	await fillBacklog(store.client, Math.ceil(((forMs + 3 * WARM_UP_MS) / 1_000) * ALLOWED));
	await receiver.begin(jitterMs);
	const end = await startSenders(processes, { socketPath: store.socketPath, apiUrl: receiver.apiUrl, rate });
	try {
		// The first arrives some time after the start, so the warm-up is waited for once more than it is counted.
		await delay(2 * WARM_UP_MS);
		return await measure();
	} finally {
		await end();
	}
}

/** How long a call that somebody waits for, such as opening a conversation, waits for its slot. */
async function otherCalls(stage: Stage): Promise<Figure> {
	const { store, forMs } = stage;
	const sending = { redis: store.client, tally: createAnswerTally(), onChange() {} };
	const slots = createSlots({ ...sending, rate: 48 });
	return underBacklog(stage, { processes: 2, rate: 48, jitterMs: 0 }, async () => {
		const waits: number[] = [];
		const until = performance.now() + forMs;
		while (performance.now() < until) {
			const before = performance.now();
			await slots.takeSoon('other', AbortSignal.timeout(10_000));
			waits.push(performance.now() - before);
			await delay((1_000 / OTHERS_A_SECOND) * (0.5 + Math.random()));
		}
		return {
			metric: 'another call under full backlog, p99',
			value: quantile(waits, 0.99),
			unit: 'ms',
			goal: { most: 100 },
		};
	});
}
