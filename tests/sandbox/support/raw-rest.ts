import type { LocalDiscord } from '../../../src/sandbox/local-discord.ts';

export interface RawAnswer {
	status: number;
	headers: Headers;
	// The tests look into answers freely; the contract has checked their shape.
	json: Record<string, never> & Record<string, unknown>;
	text: string;
}

/** Sends one request as the bot, without any client's help. `auth: false` sends no token. */
export async function call(
	discord: LocalDiscord,
	route: string,
	body?: unknown,
	{ auth = true, headers = {} }: { auth?: boolean | string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
	const [method = 'GET', path = ''] = route.split(' ');
	const authorization = auth === true ? `Bot ${discord.token}` : auth || undefined;
	const isForm = body instanceof FormData || typeof body === 'string';
	const response = await fetch(`${discord.apiUrl}/v10${path}`, {
		method,
		headers: {
			...(authorization && { authorization }),
			...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
			...headers,
		},
		...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('application/json');
	return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : {}, text };
}

/** Status and Discord's code of an answer, to compare at a glance. */
export function verdict({ status, json }: RawAnswer): string {
	return json['code'] === undefined ? `${status}` : `${status} ${json['code']}`;
}
