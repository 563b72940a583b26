import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Sends an answer: JSON with its content type (clients parse nothing else), other content as it is, or an empty body. */
export function writeAnswer(response: ServerResponse, { status, headers, json, content }: Answer): void {
	for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
	if (content) response.setHeader('Content-Type', content.type);
	else if (json !== undefined) response.setHeader('Content-Type', 'application/json');
	response.writeHead(status);
	response.end(content?.bytes ?? (json === undefined ? undefined : JSON.stringify(json)));
}
