import { REST, type RESTOptions } from 'discord.js';
import type { Log } from '../ops/log.ts';

/** Discord bans an address after 10,000 refused requests in ten minutes; the first thousand is the time to look. */
const INVALID_REQUEST_WARNING = 1_000;

export function restOptions(apiUrl: string): Partial<RESTOptions> {
	return { api: apiUrl, version: '10', invalidRequestWarningInterval: INVALID_REQUEST_WARNING };
}

interface RestUse {
	/** Hears of too many refused requests. */
	log?: Pick<Log, 'error'>;
	/**
	 * Makes each call one request: a rate limit is a `RateLimitError` and a failing answer an error at once, where
	 * discord.js would wait or try again by itself. For whoever has a queue to put the call back into.
	 */
	failFast?: boolean;
}

/** A REST client without a gateway, for workers and scripts. */
export function createRest(apiUrl: string, token: string, { log, failFast = false }: RestUse = {}): REST {
	const impatient: Partial<RESTOptions> = { rejectOnRateLimit: () => true, retries: 0 };
	const rest = new REST({ ...restOptions(apiUrl), ...(failFast ? impatient : {}) }).setToken(token);
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
