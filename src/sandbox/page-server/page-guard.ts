import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Whether a request names us by a loopback name: a foreign name that resolves here would share our origin. */
export function isForLoopback({ headers }: Pick<IncomingMessage, 'headers'>, port: string): boolean {
	return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`;
}

/** Whether a WebSocket was asked for by a page from here. */
export function isFromOwnPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
	return headers.origin === `http://${headers.host}`;
}

export function isToken(given: string, token: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(token)];
	return a.length === b.length && timingSafeEqual(a, b);
}
