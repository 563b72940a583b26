import type { Clock } from '../core/clock.ts';
import type { NudgeLog } from './events.ts';
import { epochDay, type LocalDay } from './local-day.ts';

interface DailySweepOptions {
	/** Each removes what is too old of its own, and returns how much it could not read. */
	readonly stores: readonly { sweep(today: LocalDay): Promise<{ corrupt: number }> }[];
	readonly clock: Clock;
	readonly log: NudgeLog;
	/** Milliseconds from one look at the date to the next. */
	readonly everyMs?: number;
}

const EVERY_MS = 10 * 60_000;

/** Removes once a day what is no longer to be kept. Any number of processes may do so. */
export function startDailySweep({ stores, clock, log, everyMs = EVERY_MS }: DailySweepOptions) {
	let sweptOn: LocalDay | undefined;
	let underWay: Promise<void> | undefined;

	async function sweep(today: LocalDay): Promise<void> {
		try {
			let corrupt = 0;
			for (const store of stores) corrupt += (await store.sweep(today)).corrupt;
			sweptOn = today;
			if (corrupt > 0) log.error({ corrupt }, 'What is too old but cannot be read was left where it is');
		} catch (error) {
			log.warn({ err: error }, 'What is too old could not be removed; that is tried again');
		}
	}

	const timer = setInterval(() => {
		const today = epochDay(clock());
		if (sweptOn === today || underWay !== undefined) return;
		underWay = sweep(today).finally(() => {
			underWay = undefined;
		});
	}, everyMs);
	timer.unref();

	return {
		/** Ends after the sweep that is under way. */
		async close(): Promise<void> {
			clearInterval(timer);
			await underWay;
		},
	};
}
