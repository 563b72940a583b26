import type {
	ApplicationIntegrationType,
	InteractionContextType,
	RESTPostAPIChatInputApplicationCommandsJSONBody,
	RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { z } from 'zod';
import type { App } from '../app.ts';
import { UserError } from '../core/user-error.ts';
import type { Caller } from './caller.ts';
import type { Route } from './define-route.ts';
import { demand, type Requirement } from './demand.ts';
import { explainInput } from './explain-input.ts';
import type { Choice, Reply } from './reply.ts';

/** Where a command is offered must be said for each one: Discord's own default is everywhere. */
type Placed<Body> = Omit<Body, keyof Placement> & Placement;

interface Placement {
	contexts: InteractionContextType[];
	integration_types: ApplicationIntegrationType[];
}

export type CommandData =
	| Placed<RESTPostAPIChatInputApplicationCommandsJSONBody>
	| Placed<RESTPostAPIContextMenuApplicationCommandsJSONBody>;

/**
 * Suggests values for one option while the member types; `around` are the other options as far as they are filled in. Answers from
 * memory: it is not given the chance to wait.
 */
export type Autocomplete = (
	typed: string,
	app: App,
	caller: Caller,
	around: Readonly<Record<string, unknown>>,
) => Choice[];

interface Definition<Input extends z.ZodType> {
	data: CommandData;
	input: Input;
	/** Who may use it, whatever Discord's own settings say. */
	requires?: Requirement;
	/** Whether this input opens a form. That must be the first answer, so such a command is never deferred. */
	opensForm?(input: z.infer<Input>): boolean;
	/** Whether the answer to this input is for everyone in the channel. Private when left out. */
	isPublic?(input: z.infer<Input>): boolean;
	/** By option name. */
	autocomplete?: Record<string, Autocomplete>;
	/** The buttons, selects and modals that this command's replies carry. */
	routes?: readonly Route[];
	run(input: z.infer<Input>, app: App, caller: Caller): Reply | Promise<Reply>;
}

/** A slash or context-menu command, ready for the dispatcher or for a test. */
export interface Command {
	data: CommandData;
	routes: readonly Route[];
	autocomplete: Readonly<Record<string, Autocomplete>>;
	isPublic(options: unknown): boolean;
	opensForm(options: unknown): boolean;
	/** Checks the permission, parses the plain options and runs. Throws {@link UserError} for what the member can mend. */
	execute(options: unknown, app: App, caller: Caller): Promise<Reply>;
}

export function defineCommand<Input extends z.ZodType>(definition: Definition<Input>): Command {
	const { data, input, requires, isPublic, opensForm, autocomplete = {}, routes = [], run } = definition;
	return {
		data,
		routes,
		autocomplete,
		isPublic(options) {
			const parsed = input.safeParse(options);
			return parsed.success && (isPublic?.(parsed.data) ?? false);
		},
		opensForm(options) {
			const parsed = input.safeParse(options);
			return parsed.success && (opensForm?.(parsed.data) ?? false);
		},
		async execute(options, app, caller) {
			await demand(requires, app, caller);
			const parsed = input.safeParse(options);
			if (!parsed.success) throw new UserError(explainInput(parsed.error));
			return run(parsed.data, app, caller);
		},
	};
}
