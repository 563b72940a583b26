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
import type { Log } from '../ops/log.ts';
import { type Caller, callerOf } from './caller.ts';
import type { Conversation } from './conversation.ts';
import { readCustomId } from './custom-id.ts';
import type { Command } from './define-command.ts';
import type { Route } from './define-route.ts';
import { createExpiries } from './expiry.ts';
import { explainError, isOver } from './explain-error.ts';
import { fitChoices } from './fit-choices.ts';
import { attempt, type Job, lost } from './job.ts';
import { readFields, readValues } from './read-fields.ts';
import { focusedOption, readOptions } from './read-options.ts';
import { readRows, readShown } from './read-shown.ts';
import { readTarget } from './read-target.ts';
import type { FollowUp } from './reply.ts';
import { respond } from './respond.ts';

interface Dependencies {
	commands: readonly Command[];
	app: App;
	clock: Clock;
	log: Log;
	/** A short unguessable reference that a member can quote and an operator can find in the log. */
	newReference(): string;
	/** What to tell a member in private once a command is answered. */
	notice(caller: Caller): Promise<FollowUp | undefined>;
	/** Milliseconds after which an interaction without an answer is acknowledged first. */
	deferAfter: number;
	/** The same where the answer is a form, which cannot come after an acknowledgement: as long as Discord allows. */
	formWithin: number;
}

/** Takes every interaction to the command or route it belongs to, and is alone in answering Discord. Never rejects. */
export type Dispatcher = (interaction: APIInteraction, conversation: Conversation) => Promise<void>;

export function createDispatcher({
	commands,
	app,
	clock,
	log,
	newReference,
	notice,
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
		const opensForm = command.opensForm(options);
		return {
			what: `/${data.name}`,
			deferral: opensForm ? 'modal' : command.isPublic(options) ? 'public' : 'private',
			run: () => command.execute(options, app, callerOf(interaction, clock())),
			// A form is no answer yet.
			...(!opensForm && { notice: () => notice(callerOf(interaction, clock())) }),
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
		const { what, deferral, run, ...job } = attempt(kind, read);
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
			noteUnanswered(error, what, 'No answer reached the member');
			return;
		}
		await tell(conversation, what, job.notice);
	}

	/** The member has their answer already, so nothing that goes wrong here is worth an apology. */
	async function tell(conversation: Conversation, what: string, notice: Job['notice']): Promise<void> {
		try {
			const said = await notice?.();
			if (said) await conversation.followUp(said);
		} catch (error) {
			log.debug({ what, err: error }, 'A notice did not reach the member');
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
			const choices = complete
				? complete(focused.typed, app, callerOf(interaction, clock()), readOptions(data.options))
				: [];
			await conversation.suggest(fitChoices(choices));
		} catch (error) {
			noteUnanswered(error, what, 'Autocomplete failed');
		}
	}

	function noteUnanswered(error: unknown, what: string, words: string): void {
		if (isOver(error)) log.warn({ what, code: error.code }, 'An interaction was over before it was answered');
		else log.error({ what, err: error }, words);
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
