import { REST, type RESTOptions } from 'discord.js';

/** Discord bans an address after 10,000 refused requests in ten minutes; the first thousand is the time to look. */
const INVALID_REQUEST_WARNING = 1_000;

export function restOptions(apiUrl: string): Partial<RESTOptions> {
	return { api: apiUrl, version: '10', invalidRequestWarningInterval: INVALID_REQUEST_WARNING };
}

/** A REST client without a gateway, for workers and scripts. */
export function createRest(apiUrl: string, token: string): REST {
	return new REST(restOptions(apiUrl)).setToken(token);
}
