import { checkRequest } from '../contract/check-request.ts';
import type { RouteMatch } from '../contract/routes.ts';
import { Refusal, refuse, refuseWith } from '../refusal.ts';
import type { RequestRecord } from '../request-log.ts';
import { type Answer, answerJson } from './answer.ts';
import { parseBody } from './body.ts';
import { isInteractionRoute } from './limits.ts';
import type { ApiRequest, Routes } from './route.ts';

export interface Incoming {
	record: RequestRecord;
	match: RouteMatch;
	query: URLSearchParams;
	bytes: Buffer | 'too-large';
	contentType: string;
}

/** Authorizes, reads and checks a request and hands it to its endpoint; refusals become Discord's error bodies. */
export async function answerRequest(
	routes: Routes,
	incoming: Incoming,
	onProblem: (problem: string) => void,
): Promise<Answer> {
	const { record, match } = incoming;
	try {
		if (!isInteractionRoute(match.route) && record.auth !== 'bot') throw refuse('unauthorized');
		const { json, files } = await parseBody(incoming.bytes, incoming.contentType);
		record.body = json;
		record.files = files.map(({ filename, bytes }) => ({ filename, size: bytes.byteLength }));
		const route = routes[match.route];
		const request: ApiRequest = {
			param: (name) => match.params[name] ?? '',
			query: incoming.query,
			body: json,
			files,
		};
		const context = { fileCount: files.length, ...route.context?.(request) };
		const error = checkRequest(match.route, json, context);
		if (error) {
			record.contractError = error;
			throw refuseWith(error);
		}
		return route.handle(request);
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		onProblem(`The local Discord failed on ${record.method} ${record.path}: ${String(error)}`);
		return answerJson({ message: '500: Internal Server Error', code: 0 }, 500);
	}
}
