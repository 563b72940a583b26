import type { Clock } from '../core/clock.ts';

/** Reads the time, but does not believe a sudden leap ahead at once: nudges sent early cannot be called back. */
export interface ClockGuard {
	/** Epoch milliseconds, or `undefined` while a leap is in doubt. */
	read(): number | undefined;
	/** Takes the present time as right. */
	believe(): void;
}

export interface ClockGuardOptions {
	readonly clock: Clock;
	/** Milliseconds since some fixed moment, never set, such as `performance.now`. */
	readonly monotonic: () => number;
	/** Called once when a leap of that many milliseconds is first seen. */
	readonly onLeap: (leapMs: number) => void;
}

const BELIEVABLE_LEAP_MS = 90_000;
const DOUBT_LASTS_MS = 120_000;

/** A leap is believed once it has lasted for two minutes. A clock put back is believed at once: it sends nothing early. */
export function createClockGuard({ clock, monotonic, onLeap }: ClockGuardOptions): ClockGuard {
	let wall = clock();
	let steady = monotonic();
	let doubtedSince: number | undefined;

	function believe(): void {
		wall = clock();
		steady = monotonic();
		doubtedSince = undefined;
	}

	return {
		read() {
			const leap = clock() - wall - (monotonic() - steady);
			if (leap > BELIEVABLE_LEAP_MS) {
				if (doubtedSince === undefined) onLeap(leap);
				doubtedSince ??= monotonic();
				if (monotonic() - doubtedSince < DOUBT_LASTS_MS) return undefined;
			}
			believe();
			return wall;
		},
		believe,
	};
}
