import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import type { RefusedAnswer } from '../app.ts';
import type { Log } from '../ops/log.ts';

/** Discord bans an address after 10,000 refused requests in ten minutes; the first thousand is the time to look. */
const INVALID_REQUEST_WARNING = 1_000;

/** @param onRefused hears of every answer of 401, 403 or 429, whatever discord.js makes of it. */
export function restOptions(
	apiUrl: string,
	onRefused: (answer: RefusedAnswer) => void = () => {},
): Partial<RESTOptions> {
	return {
		api: apiUrl,
		version: '10',
		invalidRequestWarningInterval: INVALID_REQUEST_WARNING,
		async makeRequest(url, init) {
			const answer = await DefaultRestOptions.makeRequest(url, init);
			const { status, headers } = answer;
			if (status === 401 || status === 403 || status === 429) {
				const scope = headers.get('x-ratelimit-scope') ?? 'user';
				onRefused({ status, scope, retryAfterMs: Number(headers.get('retry-after') ?? 0) * 1_000 });
			}
			return answer;
		},
	};
}

interface RestUse {
	/** Hears of too many refused requests. */
	log?: Pick<Log, 'error'>;
	/** Hears of every answer of 401, 403 or 429. */
	onRefused?: (answer: RefusedAnswer) => void;
	/**
	 * Makes each call one request: a rate limit is a `RateLimitError` and a failing answer an error at once, where
	 * discord.js would wait or try again by itself. For whoever has a queue to put the call back into.
	 */
	failFast?: boolean;
}

/** A REST client without a gateway, for workers and scripts. */
export function createRest(apiUrl: string, token: string, use: RestUse = {}): REST {
	const { log, onRefused, failFast = false } = use;
	const impatient: Partial<RESTOptions> = { rejectOnRateLimit: () => true, retries: 0 };
	const rest = new REST({ ...restOptions(apiUrl, onRefused), ...(failFast ? impatient : {}) }).setToken(
		token,
	);
	if (log) warnOfInvalidRequests(rest, log);
	return rest;
}

/** discord.js counts for the whole process, but tells only the client whose request made the thousand full: each needs this. */
export function warnOfInvalidRequests(rest: REST, log: Pick<Log, 'error'>): void {
	rest.on('invalidRequestWarning', ({ count, remainingTime }) =>
		log.error(
			{ count, remainingTime },
			'Discord refuses many requests; 10,000 in ten minutes would ban this address',
		),
	);
}
