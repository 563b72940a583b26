import type { App } from '../../src/app.ts';
import type { Caller } from '../../src/discord/caller.ts';
import { readCustomId } from '../../src/discord/custom-id.ts';
import type { Command } from '../../src/discord/define-command.ts';
import type { Reply } from '../../src/discord/reply.ts';

/** Uses a button or submits a form of a command, as the dispatcher would. */
export function press(
	command: Command,
	customId: string,
	app: App,
	caller: Caller,
	submitted: Record<string, unknown> = {},
): Promise<Reply> {
	const id = readCustomId(customId);
	const route = command.routes.find(({ name }) => name === id?.route);
	if (!id || !route) throw new Error(`No route takes ${customId}`);
	return route.execute(id, submitted, app, caller);
}
