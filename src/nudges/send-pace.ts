/** Requests a second at which sending begins: what Discord takes from a bot, less a margin for what it cannot see of us. */
const START = 45;
/** What it climbs to while Discord does not object. */
const MOST = 48;
/** What a limit for the whole bot takes it down to. */
const LEAST = 40;
/** By how much it climbs in a minute. */
const CLIMB = 1;

/** How fast requests may follow each other, in requests a second. */
export interface SendPace {
	/** Nudges, as the operator set it. */
	readonly nudges: number;
	/** All requests together, at first, at most, and after a limit for the whole bot. */
	readonly start: number;
	readonly most: number;
	readonly least: number;
	/** What is gained in a minute. */
	readonly climb: number;
}

/**
 * Below 45 nudges a second are the operator's to choose, and other requests get what Discord leaves beyond them. A rate
 * over 48 is for receivers that are not Discord: everything grows in proportion.
 */
export function sendPace(nudges: number): SendPace {
	const scale = Math.max(1, nudges / MOST);
	return {
		nudges,
		start: START * scale,
		most: Math.max(START, Math.min(MOST, nudges)) * scale,
		least: LEAST * scale,
		climb: CLIMB * scale,
	};
}
