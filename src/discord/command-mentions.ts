import type { REST } from 'discord.js';
import { type RESTGetAPIApplicationCommandsResult, Routes } from 'discord-api-types/v10';

/** Writes commands so that members can click them. */
export interface CommandMentions {
	/** `</nudges start:123>`; the plain name as long as Discord's id for it is not known. */
	mention(command: string): string;
	/** Asks Discord for the ids. */
	learn(rest: REST, applicationId: string): Promise<void>;
}

export function createCommandMentions(): CommandMentions {
	const ids = new Map<string, string>();
	return {
		mention(command) {
			const id = ids.get(command.split(' ', 1)[0] ?? command);
			return id === undefined ? `\`/${command}\`` : `</${command}:${id}>`;
		},
		async learn(rest, applicationId) {
			const registered = await rest.get(Routes.applicationCommands(applicationId));
			for (const { name, id } of registered as RESTGetAPIApplicationCommandsResult) ids.set(name, id);
		},
	};
}
