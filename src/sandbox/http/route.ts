import type { RequestContext } from '../contract/check-request.ts';
import type { RouteTemplate } from '../contract/routes.ts';
import type { UploadedFile } from '../wire/message-body.ts';
import type { Answer } from './answer.ts';

export interface ApiRequest {
	/** A path parameter; its name is one of the route template's. */
	param(name: string): string;
	query: URLSearchParams;
	body: unknown;
	files: UploadedFile[];
}

/** One endpoint. `context` looks up what the check of the body has to know, and refuses what does not exist. */
export interface Route {
	context?(request: ApiRequest): RequestContext;
	handle(request: ApiRequest): Answer;
}

export type Routes = Record<RouteTemplate, Route>;
