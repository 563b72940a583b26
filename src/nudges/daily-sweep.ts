import type { SettledClock } from '../redis/settled-clock.ts';
import type { NudgeLog } from './events.ts';
import { epochDay, type LocalDay } from './local-day.ts';

interface DailySweepOptions {
	/** Each removes what is too old of its own, and returns how much it could not read. */
	readonly stores: readonly { sweep(today: LocalDay): Promise<{ corrupt: number }> }[];
	readonly time: Pick<SettledClock, 'read'>;
	readonly log: NudgeLog;
	/** Milliseconds from one look at the date to the next. */
	readonly everyMs?: number;
}

const EVERY_MS = 10 * 60_000;

/** Removes once a day what is no longer to be kept. Any number of processes may do so. */
export function startDailySweep({ stores, time, log, everyMs = EVERY_MS }: DailySweepOptions) {
	let sweptOn: LocalDay | undefined;
	let underWay: Promise<void> | undefined;

	async function sweep(): Promise<void> {
		try {
			const now = await time.read();
			if (now === undefined || epochDay(now) === sweptOn) return;
			const today = epochDay(now);
			let corrupt = 0;
			for (const store of stores) corrupt += (await store.sweep(today)).corrupt;
			sweptOn = today;
			if (corrupt > 0) log.error({ corrupt }, 'What is too old but cannot be read was left where it is');
		} catch (error) {
			log.warn({ err: error }, 'What is too old could not be removed; that is tried again');
		}
	}

	const timer = setInterval(() => {
		if (underWay !== undefined) return;
		underWay = sweep().finally(() => {
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
