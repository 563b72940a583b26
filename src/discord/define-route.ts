import type { z } from 'zod';
import type { App } from '../app.ts';
import { UserError } from '../core/user-error.ts';
import type { Caller } from './caller.ts';
import { type CustomId, type Owner, writeCustomId } from './custom-id.ts';
import { demand, type Requirement } from './demand.ts';
import { explainInput } from './explain-input.ts';
import type { Reply } from './reply.ts';

/** A kind of `custom_id`: its name and what it carries. Declared apart from its handler, so that cards can be drawn without it. */
export interface CustomIdKind<Param extends string> {
	name: string;
	params: readonly Param[];
	/** Writes the `custom_id` of one button, select or modal. */
	write(issued: { owner: Owner; now: number } & Record<Param, string>): string;
}

export function defineCustomId<const Param extends string = never>(
	name: string,
	params: readonly Param[] = [],
): CustomIdKind<Param> {
	return {
		name,
		params,
		write: (issued) =>
			writeCustomId({
				route: name,
				owner: issued.owner,
				issuedAt: issued.now,
				params: params.map((param) => issued[param]),
			}),
	};
}

/** What is cut off the time in a `custom_id` at most. */
const MINUTE = 60_000;

/** `message` is for the one who acted alone, `public` for everyone in the channel. */
type Answers = 'message' | 'public' | 'update' | 'modal';

interface Definition<Input extends z.ZodType> {
	id: CustomIdKind<string>;
	/** Parses the id's params together with what was chosen (`values`) or filled in (by field name). */
	input: Input;
	/** What the answer will be when it is slow: a new message, or a change to the one with the component. Modals are never deferred. */
	answers: Answers;
	requires?: Requirement;
	/** How long after it was drawn a component is still good, in milliseconds, give or take the minute that its id is cut to: never less. For ever when left out. */
	goodFor?: number;
	run(input: z.infer<Input>, app: App, caller: Caller): Reply | Promise<Reply>;
}

/** What answers the buttons, selects or modals of one kind, after any restart. */
export interface Route {
	name: string;
	answers: Answers;
	/** Checks owner, age and permission, parses and runs. */
	execute(id: CustomId, submitted: Record<string, unknown>, app: App, caller: Caller): Promise<Reply>;
}

export function defineRoute<Input extends z.ZodType>(definition: Definition<Input>): Route {
	const { id: kind, input, answers, requires, goodFor, run } = definition;
	return {
		name: kind.name,
		answers,
		async execute(id, submitted, app, caller) {
			if (id.owner !== 'anyone' && id.owner !== caller.userId)
				throw new UserError('This belongs to somebody else. Use the command yourself to get your own.');
			if (goodFor !== undefined && caller.now - id.issuedAt > goodFor + MINUTE)
				throw new UserError('This is too old to be used. Please start again with the command.');
			await demand(requires, app, caller);
			const params = Object.fromEntries(kind.params.map((param, index) => [param, id.params[index]]));
			const parsed = input.safeParse({ ...submitted, ...params });
			if (!parsed.success) throw new UserError(explainInput(parsed.error));
			return run(parsed.data, app, caller);
		},
	};
}
