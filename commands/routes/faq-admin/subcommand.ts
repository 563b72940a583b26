import {
	type APIApplicationCommandBasicOption,
	type APIApplicationCommandSubcommandOption,
	ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { type Caller, holds } from '../../../src/discord/caller.ts';
import type { Route } from '../../../src/discord/define-route.ts';
import { MANAGE_SERVER } from '../../../src/discord/demand.ts';
import { explainInput } from '../../../src/discord/explain-input.ts';
import type { Choice, Reply } from '../../../src/discord/reply.ts';

/** A moderator where they curate: in a server that has Gutsy. */
export type Curator = Caller & { guildId: string };

/** Offers entries by title; from memory, and to whoever types: nobody is told of one that they may not know. */
type Suggest = (typed: string, app: App, caller: Caller) => Choice[];

interface Definition<Input extends z.ZodType> {
	name: string;
	description: string;
	options?: APIApplicationCommandBasicOption[];
	input: Input;
	/** Whether it answers with a form. */
	opensForm?: boolean;
	routes?: readonly Route[];
	/** Which entries are offered while typing. Those that members are shown, too, when left out. */
	suggest?: Suggest;
	run(input: z.infer<Input>, app: App, curator: Curator): Reply | Promise<Reply>;
}

/** A part of `/faq-admin`. Who may use it is checked by the command. */
export interface Subcommand {
	name: string;
	data: APIApplicationCommandSubcommandOption;
	opensForm: boolean;
	routes: readonly Route[];
	suggest: Suggest;
	execute(options: unknown, app: App, caller: Caller): Promise<Reply>;
}

export function defineSubcommand<Input extends z.ZodType>(definition: Definition<Input>): Subcommand {
	const {
		name,
		description,
		options = [],
		input,
		opensForm = false,
		routes = [],
		suggest = suggestShown,
		run,
	} = definition;
	return {
		name,
		data: { type: ApplicationCommandOptionType.Subcommand, name, description, options },
		opensForm,
		routes,
		suggest,
		async execute(given, app, caller) {
			const parsed = input.safeParse(given);
			if (!parsed.success) throw new UserError(explainInput(parsed.error));
			return run(parsed.data, app, asCurator(caller));
		},
	};
}

const suggestShown: Suggest = (typed, { faq }, { guildId }) => faq.complete(guildId, typed).map(asChoice);

/** Only what the server wrote itself. */
export const suggestOwn: Suggest = (typed, { faq }, { guildId }) => {
	const shipped = faq.withStates(new Map());
	return faq.complete(guildId, typed, ({ id }) => shipped.get(id) === undefined).map(asChoice);
};

/** Hidden and deleted ones, too: to those of whom Discord itself says that they curate. */
export const suggestAll: Suggest = (typed, app, caller) => {
	if (!holds(caller, MANAGE_SERVER)) return suggestShown(typed, app, caller);
	const wanted = typed.trim().toLowerCase();
	const gone = app.faq
		.notShown(caller.guildId)
		.filter(({ id, title }) => title.toLowerCase().includes(wanted) || id.includes(wanted));
	// Whoever types nothing looks for what everybody sees.
	return wanted === ''
		? [...suggestShown(typed, app, caller), ...gone.map(asChoice)]
		: [...gone.map(asChoice), ...suggestShown(typed, app, caller)];
};

function asChoice({ id, title }: { id: string; title: string }): Choice {
	return { name: title, value: id };
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
