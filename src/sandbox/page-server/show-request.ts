import type { RequestRecord } from '../request-log.ts';
import type { RequestDetails, ShownRequest } from './protocol/shown-request.ts';

/** Characters of a body that the inspector shows. */
const longestBody = 20_000;

export function showRequest(record: RequestRecord): ShownRequest {
	const { id, at, method, path, status, latencyMs, about, fault, contractError, answerProblems } = record;
	return {
		id,
		at,
		method,
		path,
		status,
		latencyMs,
		...(about !== undefined && { about }),
		...(fault !== undefined && { fault }),
		problems: [...(contractError ? [JSON.stringify(contractError)] : []), ...answerProblems],
	};
}

export function showRequestDetails({ body, answer, files }: RequestRecord): RequestDetails {
	const listed = files.map(({ filename, size }) => `\n[file ${filename}, ${size} bytes]`).join('');
	return { body: print(body) + listed, answer: print(answer) };
}

function print(value: unknown): string {
	if (value === undefined) return '';
	const text = JSON.stringify(value, undefined, 2);
	return text.length > longestBody ? `${text.slice(0, longestBody)}…` : text;
}
