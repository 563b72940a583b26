import {
	type APIApplicationCommandAutocompleteInteraction,
	type APIApplicationCommandInteraction,
	type APIInteraction,
	type APIMessageComponentInteraction,
	type APIModalSubmitInteraction,
	ApplicationCommandType,
	InteractionType,
} from 'discord-api-types/v10';
import type { App } from '../app.ts';
import type { Clock } from '../core/clock.ts';
import { UserError } from '../core/user-error.ts';
import type { Log } from '../ops/log.ts';
import { callerOf } from './caller.ts';
import type { Conversation } from './conversation.ts';
import { readCustomId } from './custom-id.ts';
import type { Command } from './define-command.ts';
import type { Route } from './define-route.ts';
import { createExpiries } from './expiry.ts';
import { explainError, isOver } from './explain-error.ts';
import { fitChoices } from './fit-choices.ts';
import { readFields, readValues } from './read-fields.ts';
import { focusedOption, readOptions } from './read-options.ts';
import { readRows, readShown } from './read-shown.ts';
import { readTarget } from './read-target.ts';
import type { Reply } from './reply.ts';
import { type Deferral, respond } from './respond.ts';

interface Dependencies {
	commands: readonly Command[];
	app: App;
	clock: Clock;
	log: Log;
	/** A short unguessable reference that a member can quote and an operator can find in the log. */
	newReference(): string;
	/** Milliseconds after which an interaction without an answer is acknowledged first. */
	deferAfter: number;
	/** The same where the answer is a form, which cannot come after an acknowledgement: as long as Discord allows. */
	formWithin: number;
}

/** Takes every interaction to the command or route it belongs to, and is alone in answering Discord. Never rejects. */
export type Dispatcher = (interaction: APIInteraction, conversation: Conversation) => Promise<void>;

interface Job {
	/** For the log. */
	what: string;
	deferral: Deferral;
	run(): Promise<Reply>;
}

export function createDispatcher({
	commands,
	app,
	clock,
	log,
	newReference,
	deferAfter,
	formWithin,
}: Dependencies): Dispatcher {
	const commandByName = new Map(commands.map((command) => [keyOf(command.data), command]));
	const expiries = createExpiries((error) => log.warn({ err: error }, 'A question could not be taken back'));
	const routeByName = new Map(
		commands.flatMap(({ routes }) => routes.map((route) => [route.name, route] as const)),
	);

	return async function dispatch(interaction, conversation) {
		switch (interaction.type) {
			case InteractionType.ApplicationCommand:
				return answer(conversation, `/${interaction.data?.name}`, () => commandJob(interaction));
			case InteractionType.MessageComponent:
				return answer(conversation, 'component', () => {
					expiries.used(interaction.data.custom_id);
					return routeJob(interaction, {
						...readValues(interaction.data),
						shown: readShown(interaction.message),
						rows: readRows(interaction.message),
					});
				});
			case InteractionType.ModalSubmit:
				return answer(conversation, 'modal', () => routeJob(interaction, readFields(interaction.data)));
			case InteractionType.ApplicationCommandAutocomplete:
				return suggest(interaction, conversation);
			case InteractionType.Ping:
				return undefined;
		}
	};

	function commandJob(interaction: APIApplicationCommandInteraction): Job {
		const { data } = interaction;
		const command = commandByName.get(keyOf(data));
		if (!command) return lost(`command ${data.name}`);
		const options =
			data.type === ApplicationCommandType.ChatInput
				? readOptions(data.options, data.resolved)
				: readTarget(data);
		return {
			what: `/${data.name}`,
			deferral: command.opensForm(options) ? 'modal' : command.isPublic(options) ? 'public' : 'private',
			run: () => command.execute(options, app, callerOf(interaction, clock())),
		};
	}

	function routeJob(
		interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
		submitted: Record<string, unknown>,
	): Job {
		const id = readCustomId(interaction.data.custom_id);
		const route: Route | undefined = id && routeByName.get(id.route);
		if (!id || !route) return lost('component');
		return {
			what: route.name,
			deferral: route.answers === 'message' ? 'private' : route.answers,
			run: () => route.execute(id, submitted, app, callerOf(interaction, clock())),
		};
	}

	/** `read` may throw at a payload that is not as Discord documents it; that too gets an apology. */
	async function answer(conversation: Conversation, kind: string, read: () => Job): Promise<void> {
		const { what, deferral, run } = attempt(kind, read);
		try {
			await respond({
				conversation,
				run,
				deferral,
				deferAfter: deferral === 'modal' ? formWithin : deferAfter,
				explain: (error) => explainError(error, { log, what, newReference }),
				isOver,
				expiries,
			});
		} catch (error) {
			if (isOver(error))
				log.warn({ what, code: error.code }, 'An interaction was over before it was answered');
			else log.error({ what, err: error }, 'No answer reached the member');
		}
	}

	async function suggest(
		interaction: APIApplicationCommandAutocompleteInteraction,
		conversation: Conversation,
	): Promise<void> {
		const { data } = interaction;
		const what = `autocomplete of /${data.name}`;
		try {
			const focused = focusedOption(data.options);
			const complete = focused && commandByName.get(keyOf(data))?.autocomplete[focused.name];
			const choices = complete ? complete(focused.typed, app, callerOf(interaction, clock())) : [];
			await conversation.suggest(fitChoices(choices));
		} catch (error) {
			if (isOver(error))
				log.warn({ what, code: error.code }, 'An interaction was over before it was answered');
			else log.error({ what, err: error }, 'Autocomplete failed');
		}
	}
}

function attempt(what: string, read: () => Job): Job {
	try {
		return read();
	} catch (error) {
		return { what, deferral: 'private', run: () => Promise.reject(error) };
	}
}

/** Commands of different types may share a name. */
function keyOf({
	type = ApplicationCommandType.ChatInput,
	name,
}: {
	type?: number | undefined;
	name: string;
}): string {
	return `${type}:${name}`;
}

function lost(what: string): Job {
	return {
		what,
		deferral: 'private',
		run: () =>
			Promise.reject(
				new UserError('This is from an older Gutsy and no longer works. `/help` shows what does.'),
			),
	};
}
