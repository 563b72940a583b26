import type { REST } from 'discord.js';
import {
	type RESTGetAPIApplicationCommandsResult,
	type RESTGetCurrentApplicationResult,
	Routes,
} from 'discord-api-types/v10';
import { type CommandDifferences, compareCommands } from './compare-commands.ts';
import type { CommandData } from './define-command.ts';

interface Registration {
	rest: REST;
	commands: readonly CommandData[];
	/** Registers for one server only, where changes show at once; for all of Discord when absent. */
	guildId?: string | undefined;
}

/** Sends the command list when it differs from what Discord has, and nothing when it does not. Returns the difference. */
export async function registerCommands({
	rest,
	commands,
	guildId,
}: Registration): Promise<CommandDifferences> {
	const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
	const route =
		guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
	const theirs = (await rest.get(route, {
		query: new URLSearchParams({ with_localizations: 'true' }),
	})) as RESTGetAPIApplicationCommandsResult;
	const differences = compareCommands(commands, theirs);
	if (Object.values(differences).some((names) => names.length > 0)) await rest.put(route, { body: commands });
	return differences;
}
