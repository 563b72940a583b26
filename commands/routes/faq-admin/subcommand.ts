import {
	type APIApplicationCommandBasicOption,
	type APIApplicationCommandSubcommandOption,
	ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import type { Caller } from '../../../src/discord/caller.ts';
import type { Route } from '../../../src/discord/define-route.ts';
import { explainInput } from '../../../src/discord/explain-input.ts';
import type { Reply } from '../../../src/discord/reply.ts';

/** A moderator where they curate: in a server that has Gutsy. */
export type Curator = Caller & { guildId: string };

interface Definition<Input extends z.ZodType> {
	name: string;
	description: string;
	options?: APIApplicationCommandBasicOption[];
	input: Input;
	/** Whether it answers with a form. */
	opensForm?: boolean;
	routes?: readonly Route[];
	run(input: z.infer<Input>, app: App, curator: Curator): Reply | Promise<Reply>;
}

/** A part of `/faq-admin`. Who may use it is checked by the command. */
export interface Subcommand {
	name: string;
	data: APIApplicationCommandSubcommandOption;
	opensForm: boolean;
	routes: readonly Route[];
	execute(options: unknown, app: App, caller: Caller): Promise<Reply>;
}

export function defineSubcommand<Input extends z.ZodType>(definition: Definition<Input>): Subcommand {
	const { name, description, options = [], input, opensForm = false, routes = [], run } = definition;
	return {
		name,
		data: { type: ApplicationCommandOptionType.Subcommand, name, description, options },
		opensForm,
		routes,
		async execute(given, app, caller) {
			const parsed = input.safeParse(given);
			if (!parsed.success) throw new UserError(explainInput(parsed.error));
			return run(parsed.data, app, asCurator(caller));
		},
	};
}

/** @throws UserError outside servers that have Gutsy. */
export function asCurator(caller: Caller): Curator {
	const { guildId } = caller;
	if (guildId === undefined) throw new UserError('Answers are curated in a server that has Gutsy installed.');
	return { ...caller, guildId };
}

/** An entry, picked by its title while typing. */
export const ENTRY_OPTION = {
	type: ApplicationCommandOptionType.String as const,
	name: 'entry',
	description: 'Which answer? Start typing its title',
	required: true,
	max_length: 100,
	autocomplete: true,
};

export const NO_SUCH_ENTRY = 'There is no entry called that. Start typing and pick one from the list.';
