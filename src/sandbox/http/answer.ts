import type { Taken } from '../rate-limits.ts';

/** What goes back over HTTP: JSON, or other content such as a page or a file, or nothing. */
export interface Answer {
	status: number;
	headers?: Record<string, string>;
	json?: unknown;
	content?: { type: string; bytes: Uint8Array | string };
}

export type RateLimitScope = 'user' | 'shared' | 'global';

export function answerJson(json: unknown, status = 200): Answer {
	return { status, json };
}

export const noContent: Answer = { status: 204 };

/** The headers of an ordinary answer of a limited endpoint. */
export function limitHeaders(taken: Taken, bucket: string, now: number): Record<string, string> {
	return {
		'X-RateLimit-Limit': String(taken.limit),
		'X-RateLimit-Remaining': String(taken.remaining),
		'X-RateLimit-Reset': ((now + taken.resetAfterMs) / 1000).toFixed(3),
		'X-RateLimit-Reset-After': (taken.resetAfterMs / 1000).toFixed(3),
		'X-RateLimit-Bucket': bucket,
	};
}

/** A 429 of Discord's own. `retryHeader: false` leaves out `Retry-After`, which clients then miss. */
export function answerRateLimited(options: {
	scope: RateLimitScope;
	retryAfterMs: number;
	headers?: Record<string, string>;
	code?: number;
	message?: string;
	retryHeader?: boolean;
}): Answer {
	const { scope, retryAfterMs, headers, code, message, retryHeader = true } = options;
	return {
		status: 429,
		headers: {
			...(scope !== 'global' && headers),
			'X-RateLimit-Scope': scope,
			...(scope === 'global' && { 'X-RateLimit-Global': 'true' }),
			...(retryHeader && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) }),
		},
		json: {
			message: message ?? 'You are being rate limited.',
			retry_after: Math.max(1, Math.ceil(retryAfterMs)) / 1000,
			global: scope === 'global',
			...(code !== undefined && { code }),
		},
	};
}

/** Cloudflare's block of an address that made too many invalid requests: a page, no JSON. */
export function answerBlocked(retryAfterMs: number): Answer {
	return {
		status: 429,
		headers: { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) },
		content: {
			type: 'text/html; charset=UTF-8',
			bytes: '<!DOCTYPE html><title>Access denied</title><h1>You are being blocked temporarily</h1>',
		},
	};
}
