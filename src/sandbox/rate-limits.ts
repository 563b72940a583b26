import type { RouteTemplate } from './contract/routes.ts';

/** At most `limit` in each window of `perMs` milliseconds; `Infinity` lifts it. */
export interface Limit {
	limit: number;
	perMs: number;
}

export interface RateLimits {
	/** Requests of the bot, interaction callbacks and webhooks aside. */
	global: Limit;
	/** Per endpoint and major parameter (channel, guild, webhook token). Endpoints not named are free. */
	routes: Partial<Record<RouteTemplate, Limit>>;
	/** Answers of 401, 403 and 429 before the address is blocked. */
	invalidRequests: Limit;
	gatewaySends: Limit;
	/** Direct message channels newly opened. */
	dmOpens: Limit;
	/** New commands per scope (global, or one guild). */
	commandCreates: Limit;
}

const minute = 60_000;
const day = 24 * 60 * minute;

export const defaultRateLimits: RateLimits = {
	global: { limit: 50, perMs: 1000 },
	routes: {
		'POST /channels/{channel_id}/messages': { limit: 5, perMs: 5000 },
		'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, perMs: 5000 },
		'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, perMs: 2000 },
	},
	invalidRequests: { limit: 10_000, perMs: 10 * minute },
	gatewaySends: { limit: 120, perMs: minute },
	dmOpens: { limit: 100, perMs: 10 * minute },
	commandCreates: { limit: 200, perMs: day },
};

export interface Taken {
	allowed: boolean;
	limit: number;
	remaining: number;
	resetAfterMs: number;
}

/** Counts in fixed windows, one per key; a window begins with its first request. */
export function createWindows(elapsed: () => number) {
	const windows = new Map<string, { count: number; endsAt: number }>();
	return {
		take(key: string, { limit, perMs }: Limit, amount = 1): Taken {
			const now = elapsed();
			let window = windows.get(key);
			if (!window || window.endsAt <= now) {
				window = { count: 0, endsAt: now + perMs };
				windows.set(key, window);
			}
			const allowed = window.count + amount <= limit;
			if (allowed) window.count += amount;
			return {
				allowed,
				limit,
				remaining: Math.max(0, limit - window.count),
				resetAfterMs: window.endsAt - now,
			};
		},
	};
}

export type Windows = ReturnType<typeof createWindows>;
