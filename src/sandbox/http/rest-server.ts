import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SandboxClock } from '../clock.ts';
import { checkAnswer } from '../contract/check-answer.ts';
import { matchRoute, type RouteMatch } from '../contract/routes.ts';
import type { Events } from '../events.ts';
import { answerOfFault, type RouteFaults } from '../faults.ts';
import type { Ledger } from '../interactions/ledger.ts';
import type { RateLimits, Windows } from '../rate-limits.ts';
import type { RequestLog, RequestRecord } from '../request-log.ts';
import type { Store } from '../store/store.ts';
import { type Answer, answerBlocked, answerJson } from './answer.ts';
import { answerRequest, type Incoming } from './answer-request.ts';
import { readBytes } from './body.ts';
import { serveFile } from './files.ts';
import { answerWithinLimits } from './limits.ts';
import type { Routes } from './route.ts';
import { writeAnswer } from './write-answer.ts';

export interface RestParts {
	clock: SandboxClock;
	events: Events;
	store: Store;
	token: string;
	limits: RateLimits;
	windows: Windows;
	faults: RouteFaults;
	log: RequestLog;
	ledger: Pick<Ledger, 'behind'>;
	routes: Routes;
	onProblem(problem: string): void;
}

const apiPrefix = /^\/api\/v10(?=\/)/;

/** The REST side: takes each request through log, faults and limits to its endpoint. */
export function createRestServer(parts: RestParts) {
	const { clock, events, log, faults, limits, windows, onProblem } = parts;
	let blockedUntil = 0;

	function countInvalid({ status, headers }: Answer): void {
		if (![401, 403, 429].includes(status) || headers?.['X-RateLimit-Scope'] === 'shared') return;
		const { remaining, resetAfterMs } = windows.take('invalid requests', limits.invalidRequests);
		if (remaining === 0) blockedUntil = clock.elapsed() + resetAfterMs;
	}

	async function ordinaryAnswer(
		incoming: Omit<Incoming, 'match'>,
		match: RouteMatch | undefined,
	): Promise<Answer> {
		const { record } = incoming;
		const blockedForMs = blockedUntil - clock.elapsed();
		if (blockedForMs > 0) return answerBlocked(blockedForMs);
		if (!match) {
			onProblem(`Unknown endpoint: ${record.method} ${record.path}`);
			return answerJson({ message: '404: Not Found', code: 0 }, 404);
		}
		return answerWithinLimits(parts, match, () =>
			answerRequest(parts.routes, { ...incoming, match }, onProblem),
		);
	}

	function check(record: RequestRecord): void {
		const { route, method, path, contractError } = record;
		if (contractError) onProblem(`Refused body: ${method} ${path} ${JSON.stringify(contractError)}`);
		if (route) record.answerProblems = checkAnswer(route, record.status, record.answer);
		for (const problem of record.answerProblems)
			onProblem(`Our answer: ${method} ${path} ${record.status}: ${problem}`);
	}

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const began = performance.now();
		const url = new URL(request.url ?? '/', 'http://localhost');
		const path = decodePath(url.pathname);
		const method = request.method ?? '';
		const match = apiPrefix.test(path) ? matchRoute(method, path.replace(apiPrefix, '')) : undefined;
		const auth = authOf(request, parts.token);
		const shownPath = path.replace(apiPrefix, '');
		const record = log.begin({ at: clock.now(), method, auth, ...withoutTokens(shownPath, match) });
		const interaction = parts.ledger.behind(match?.params ?? {});
		if (interaction) record.about = interaction.label;
		const bytes = await readBytes(request);
		const fault = faults.take(record);
		if (fault) record.fault = fault.kind;

		let answer: Answer | undefined;
		if (fault?.kind !== 'cut') {
			const contentType = request.headers['content-type'] ?? '';
			const incoming = { record, query: url.searchParams, bytes, contentType };
			const faulty = fault && answerOfFault(fault);
			answer = faulty ?? (await ordinaryAnswer(incoming, match));
			countInvalid(answer);
			record.status = answer.status;
			record.answer = answer.json;
			// A page of Cloudflare's is none of Discord's answers.
			if (!faulty && !answer.content) check(record);
		}
		if (fault?.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.ms));
		record.latencyMs = performance.now() - began;
		if (!answer || fault?.kind === 'loseAnswer') response.destroy();
		else writeAnswer(response, answer);
		events.emit({ type: 'request', request: record });
	}

	return (request: IncomingMessage, response: ServerResponse) => {
		if (request.url?.startsWith('/attachments/'))
			return writeAnswer(response, serveFile(parts.store, request.url));
		serve(request, response).catch((error: unknown) => {
			onProblem(`The local Discord failed on ${request.method} request: ${String(error)}`);
			response.destroy();
		});
	};
}

function authOf(request: IncomingMessage, token: string): RequestRecord['auth'] {
	const { authorization } = request.headers;
	if (authorization === undefined) return 'none';
	return authorization === `Bot ${token}` ? 'bot' : 'wrong';
}

function decodePath(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** What the log keeps of path and parameters: tokens of interactions stand as `{token}`. */
function withoutTokens(path: string, match: RouteMatch | undefined) {
	const params = { ...match?.params };
	let shown = path;
	for (const name of ['interaction_token', 'webhook_token']) {
		const token = params[name];
		if (token === undefined) continue;
		shown = shown.replace(token, '{token}');
		params[name] = '{token}';
	}
	return { path: shown, params, route: match?.route };
}
