import { setTimeout as delay } from 'node:timers/promises';
import type { Wave } from './facts.ts';
import type { Gate } from './gate.ts';
import { createNextWave } from './next-wave.ts';
import type { NudgeProcesses } from './nudge-processes.ts';
import type { Progress, WatchedQueue } from './queue.ts';
import type { Timeline } from './timeline.ts';

export interface WavesOptions {
	readonly timelines: readonly Timeline[];
	readonly clock: () => number;
	readonly endAt: number;
	readonly gate: Gate;
	readonly queue: WatchedQueue;
	readonly nudges: Pick<NudgeProcesses, 'look'>;
	readonly tickerDies: () => number | undefined;
	readonly onTickerDeath: (afterMs: number) => void;
	/** Moves the clock of every process. */
	readonly moveTo: (at: number) => Promise<void>;
	readonly onWave: (wave: Wave) => void;
}

const MINUTE_MS = 60_000;
const LOOK_AGAIN_AFTER_MS = 30;
/** As the tickers of the product would every 15 seconds. */
const ASK_TICKERS_EVERY_MS = 1_000;
/** A pause that is shorter passes by itself. */
const WORTH_SKIPPING_MS = 2_500;
const STUCK_AFTER_MS = 120_000;

/** Moves the clock from one minute in which something is due to the next, each when all of the former is done. */
export async function runWaves(options: WavesOptions): Promise<void> {
	const { timelines, clock, endAt, gate, queue, tickerDies, onTickerDeath, moveTo, onWave } = options;
	const nextWave = createNextWave();
	let wave: number | undefined;

	/** Ends the wave and begins the next. `false` when something has come up after all. */
	async function turn(): Promise<boolean> {
		if (wave !== undefined) {
			if (!isDone(await queue.progress(minuteOf(wave)))) return false;
			onWave({ at: wave, doneAt: clock() });
		}
		const next = nextWave(timelines, clock());
		wave = next !== undefined && next <= endAt ? next : undefined;
		if (wave === undefined) return true;
		await moveTo(wave);
		const afterMs = tickerDies();
		if (afterMs !== undefined) onTickerDeath(afterMs);
		return true;
	}

	/** When all that is left waits for a later time, that time comes at once. */
	async function skip({ nextInMs }: Progress): Promise<void> {
		await moveTo(clock() + nextInMs);
		await queue.passTime(nextInMs);
	}

	async function done(minute: number): Promise<void> {
		const began = performance.now();
		let asked = began;
		for (;;) {
			const progress = await queue.progress(minute);
			if (isDone(progress)) return;
			const now = performance.now();
			if (now - began > STUCK_AFTER_MS) throw new Error(`Nudges are stuck: ${JSON.stringify(progress)}`);
			if (!progress.looked && now - asked > ASK_TICKERS_EVERY_MS) {
				asked = now;
				await options.nudges.look();
			} else if (progress.looked && progress.busy === 0 && progress.nextInMs > WORTH_SKIPPING_MS) {
				await gate.pass(() => skip(progress));
			}
			await delay(LOOK_AGAIN_AFTER_MS);
		}
	}

	do {
		do if (wave !== undefined) await done(minuteOf(wave));
		while (!(await gate.pass(turn)));
	} while (wave !== undefined);
}

function isDone({ looked, busy, delayed }: Progress): boolean {
	return looked && busy === 0 && delayed === 0;
}

function minuteOf(at: number): number {
	return Math.floor(at / MINUTE_MS);
}
