import { createHash } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { RouteMatch, RouteTemplate } from '../contract/routes.ts';
import type { RateLimits, Windows } from '../rate-limits.ts';
import { type Answer, answerRateLimited, limitHeaders } from './answer.ts';

/** The endpoints that answer interactions: they carry no bot token and do not count against the global limit. */
export function isInteractionRoute(route: RouteTemplate): boolean {
	return route.includes('/interactions/') || route.includes('/webhooks/');
}

const majorParameters = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_id'];

/** Lets a request through its limits to `answer`, or answers 429; adds the headers of a limited endpoint. */
export async function answerWithinLimits(
	{ clock, limits, windows }: { clock: SandboxClock; limits: RateLimits; windows: Windows },
	{ route, params }: RouteMatch,
	answer: () => Promise<Answer>,
): Promise<Answer> {
	if (!isInteractionRoute(route)) {
		const { allowed, resetAfterMs } = windows.take('global', limits.global);
		if (!allowed) return answerRateLimited({ scope: 'global', retryAfterMs: resetAfterMs });
	}
	const limit = limits.routes[route];
	if (!limit || !Number.isFinite(limit.limit)) return answer();
	const major = majorParameters.map((name) => params[name] ?? '').join(' ');
	const taken = windows.take(`${route} ${major}`, limit);
	const headers = limitHeaders(taken, bucketOf(route), clock.now());
	if (!taken.allowed) return answerRateLimited({ scope: 'user', retryAfterMs: taken.resetAfterMs, headers });
	const answered = await answer();
	return { ...answered, headers: { ...headers, ...answered.headers } };
}

function bucketOf(route: RouteTemplate): string {
	return createHash('sha256').update(route).digest('hex').slice(0, 32);
}
