import type { RouteTemplate } from './contract/routes.ts';
import { type Answer, answerRateLimited, type RateLimitScope } from './http/answer.ts';
import type { RequestRecord } from './request-log.ts';

/** What a request meets instead of, or on the way of, its ordinary answer. */
export type RouteFault =
	/** 429; `noHeader` is Discord's without `Retry-After`. Nothing is stored. */
	| { kind: '429'; scope: RateLimitScope | 'noHeader'; retryAfterMs?: number }
	/** A failing or refusing answer, with or without a body. Nothing is stored. */
	| { kind: 'status'; status: number; body?: unknown }
	/** The connection ends without an answer. Nothing is stored. */
	| { kind: 'cut' }
	/** The ordinary answer, but `ms` milliseconds (real time) late. */
	| { kind: 'late'; ms: number }
	/** The request is carried out, and its answer never arrives. */
	| { kind: 'loseAnswer' };

export type RouteMatcher = RouteTemplate | RegExp | ((request: RequestRecord) => boolean);

export interface RouteFaults {
	/** Plays a fault on the next `times` (default 1) matching requests. */
	onRoute(matcher: RouteMatcher, options: { times?: number; answer: RouteFault }): PlannedFault;
	/** The fault due for a request, used up by asking. */
	take(request: RequestRecord): RouteFault | undefined;
}

export interface PlannedFault {
	/** Requests that it will still meet. */
	left(): number;
	lift(): void;
}

export function createRouteFaults(): RouteFaults {
	const planned: { matcher: RouteMatcher; left: number; answer: RouteFault }[] = [];
	return {
		onRoute(matcher, { times = 1, answer }) {
			const plan = { matcher, left: times, answer };
			planned.push(plan);
			return {
				left: () => plan.left,
				lift() {
					plan.left = 0;
				},
			};
		},
		take(request) {
			const plan = planned.find(({ matcher, left }) => left > 0 && matches(matcher, request));
			if (!plan) return undefined;
			plan.left -= 1;
			return plan.answer;
		},
	};
}

function matches(matcher: RouteMatcher, request: RequestRecord): boolean {
	if (typeof matcher === 'string') return request.route === matcher;
	if (typeof matcher === 'function') return matcher(request);
	return matcher.test(`${request.method} ${request.path}`);
}

/** The answer that replaces the ordinary one, if the fault is of that sort. */
export function answerOfFault(fault: RouteFault): Answer | undefined {
	switch (fault.kind) {
		case '429':
			return answerRateLimited({
				scope: fault.scope === 'noHeader' ? 'user' : fault.scope,
				retryAfterMs: fault.retryAfterMs ?? 1000,
				retryHeader: fault.scope !== 'noHeader',
			});
		case 'status':
			return { status: fault.status, ...(fault.body !== undefined && { json: fault.body }) };
		default:
			return undefined;
	}
}
