import type { Clock } from '../core/clock.ts';
import type { NudgeLog } from './events.ts';
import { epochDay, type LocalDay } from './local-day.ts';
import type { PostMarkStore } from './post-marks.ts';

interface DailySweepOptions {
	readonly marks: Pick<PostMarkStore, 'sweep'>;
	readonly clock: Clock;
	readonly log: NudgeLog;
	/** Milliseconds from one look at the date to the next. */
	readonly everyMs?: number;
}

const EVERY_MS = 10 * 60_000;

/** Removes once a day what is no longer to be kept. Any number of processes may do so. */
export function startDailySweep({ marks, clock, log, everyMs = EVERY_MS }: DailySweepOptions) {
	let sweptOn: LocalDay | undefined;
	let underWay: Promise<void> | undefined;

	async function sweep(today: LocalDay): Promise<void> {
		try {
			const { corrupt } = await marks.sweep(today);
			sweptOn = today;
			if (corrupt > 0)
				log.error({ corrupt }, 'Answers to posts that cannot be read were left where they are');
		} catch (error) {
			log.warn({ err: error }, 'Old answers to posts could not be removed; that is tried again');
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
