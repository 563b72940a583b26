import type { ApiError } from './contract/check-request.ts';
import type { RouteTemplate } from './contract/routes.ts';

/** One REST request of the bot and its answer. Tokens of interactions stand as `{token}` in paths. */
export interface RequestRecord {
	id: number;
	/** Epoch milliseconds of the sandbox clock. */
	at: number;
	method: string;
	/** Behind `/api/v10`, decoded. */
	path: string;
	/** `undefined` for an endpoint that the local Discord does not know. */
	route: RouteTemplate | undefined;
	params: Record<string, string>;
	auth: 'bot' | 'none' | 'wrong';
	body: unknown;
	files: { filename: string; size: number }[];
	/** 0 while it is under way or when the connection was cut without an answer. */
	status: number;
	answer: unknown;
	latencyMs: number;
	/** Why the body was refused, when the contract refused it. */
	contractError?: ApiError;
	/** Where our own answer departs from Discord's schema. */
	answerProblems: string[];
	/** What somebody used that the bot answers by this: a command, a button, a menu, a form. */
	about?: string;
	/** The fault that was played on the request. */
	fault?: string;
}

/** Requests kept; the oldest go first. */
const kept = 10_000;

export interface RequestLog {
	records: RequestRecord[];
	begin(start: Pick<RequestRecord, 'at' | 'method' | 'path' | 'auth' | 'route' | 'params'>): RequestRecord;
}

export function createRequestLog(): RequestLog {
	const records: RequestRecord[] = [];
	let count = 0;
	return {
		records,
		begin(start) {
			count += 1;
			const record: RequestRecord = {
				...start,
				id: count,
				body: undefined,
				files: [],
				status: 0,
				answer: undefined,
				latencyMs: 0,
				answerProblems: [],
			};
			records.push(record);
			if (records.length > kept) records.shift();
			return record;
		},
	};
}
