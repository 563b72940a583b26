import { answerJson, noContent } from '../http/answer.ts';
import type { ApiRequest, Route, Routes } from '../http/route.ts';
import { refuse } from '../refusal.ts';
import { renderCommand } from '../render/command.ts';
import { type CommandBook, createCommandBook } from './command-book.ts';
import type { RouteParts } from './parts.ts';

/** Registering commands, for every server or for one. */
export function commandRoutes(parts: RouteParts) {
	const { store, events, applicationId } = parts;

	function bookFor(request: ApiRequest): { book: CommandBook; guildId: string | undefined } {
		if (request.param('application_id') !== applicationId) throw refuse('notYourApplication');
		const guildId = request.param('guild_id') || undefined;
		if (guildId !== undefined && !store.guilds.get(guildId)?.botInstalled) throw refuse('missingAccess');
		return { book: createCommandBook(parts, guildId), guildId };
	}

	const changed = (guildId: string | undefined) => events.emit({ type: 'commands-replaced', guildId });

	const list: Route = {
		handle(request) {
			const all = request.query.get('with_localizations') === 'true';
			return answerJson(
				bookFor(request)
					.book.list()
					.map((command) => renderCommand(applicationId, command, all)),
			);
		},
	};
	const replace: Route = {
		handle(request) {
			const { book, guildId } = bookFor(request);
			const commands = book.replace(request.body);
			changed(guildId);
			return answerJson(commands.map((command) => renderCommand(applicationId, command)));
		},
	};
	const upsert: Route = {
		handle(request) {
			const { book, guildId } = bookFor(request);
			const { command, isNew } = book.upsert(request.body);
			changed(guildId);
			return answerJson(renderCommand(applicationId, command), isNew ? 201 : 200);
		},
	};
	const get: Route = {
		handle: (request) =>
			answerJson(renderCommand(applicationId, bookFor(request).book.get(request.param('command_id')))),
	};
	const change: Route = {
		handle(request) {
			const { book, guildId } = bookFor(request);
			const command = book.change(request.param('command_id'), request.body);
			changed(guildId);
			return answerJson(renderCommand(applicationId, command));
		},
	};
	const remove: Route = {
		handle(request) {
			const { book, guildId } = bookFor(request);
			book.remove(request.param('command_id'));
			changed(guildId);
			return noContent;
		},
	};

	return {
		'GET /applications/{application_id}/commands': list,
		'PUT /applications/{application_id}/commands': replace,
		'POST /applications/{application_id}/commands': upsert,
		'GET /applications/{application_id}/commands/{command_id}': get,
		'PATCH /applications/{application_id}/commands/{command_id}': change,
		'DELETE /applications/{application_id}/commands/{command_id}': remove,
		'GET /applications/{application_id}/guilds/{guild_id}/commands': list,
		'PUT /applications/{application_id}/guilds/{guild_id}/commands': replace,
		'POST /applications/{application_id}/guilds/{guild_id}/commands': upsert,
		'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': get,
		'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': change,
		'DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': remove,
	} satisfies Partial<Routes>;
}
