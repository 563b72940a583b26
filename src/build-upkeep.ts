import { performance } from 'node:perf_hooks';
import { buildDailySweep } from './build-daily-sweep.ts';
import { buildServerWatch, type ServerWatchParts } from './build-server-watch.ts';
import { createSettledClock } from './redis/settled-clock.ts';

/** Ends what is stored when its time has come. Any number of processes may do so. */
export interface Upkeep {
	/** There is reason to believe that Gutsy was removed from a server. */
	suspect(): void;
	/** Takes the present time as right, for whoever moved the clock on purpose. */
	clockMoved(): Promise<void>;
	/** Ends after what is under way. */
	close(): Promise<unknown>;
}

export function buildUpkeep(parts: Omit<ServerWatchParts, 'time'>): Upkeep {
	const { redis, clock, log } = parts;
	const time = createSettledClock({
		redis,
		clock,
		monotonic: () => performance.now(),
		onDoubt: (awayMs) =>
			log.warn(
				{ awayMs },
				'The time is far from where it was: nothing is deleted until it has stood for a day',
			),
	});
	const servers = buildServerWatch({ ...parts, time });
	const sweep = buildDailySweep(redis, time, log);
	return {
		suspect: servers.suspect,
		clockMoved: time.believe,
		close: () => Promise.all([servers.close(), sweep.close()]),
	};
}
