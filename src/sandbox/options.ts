import type { RateLimits } from './rate-limits.ts';
import type { LocalDiscordState } from './store/state.ts';

/** How a local Discord is set up; everything has a default. */
export interface LocalDiscordOptions {
	/** Default: any free port. Only the loopback address is listened on. */
	port?: number;
	/** The base clock in epoch milliseconds; `clock` moves an offset to it. Default `Date.now`. */
	now?: () => number;
	/** A snapshot to go on from. */
	state?: LocalDiscordState;
	/** Milliseconds between the bot's heartbeats. Default 41250, Discord's. */
	heartbeatInterval?: number;
	rateLimits?: Partial<RateLimits>;
	/** Privileged intents that the application was granted, as bits. Default none. */
	grantedIntents?: number;
	/** How long an enforced nonce is remembered, in milliseconds. Default 3 minutes. */
	nonceWindowMs?: number;
}

export const defaultHeartbeatInterval = 41_250;
export const defaultNonceWindowMs = 3 * 60_000;
