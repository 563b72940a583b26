import type { MessageInteraction } from '../store/state.ts';
import type { Component } from '../wire/component.ts';

export type InteractionKind = 'command' | 'component' | 'modal' | 'autocomplete';

/** Discord's interaction types by kind. */
export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Interaction callback types: message, deferred message, deferred update, update, suggestions, modal. */
export type AcknowledgementType = 4 | 5 | 6 | 7 | 8 | 9;

/** `expired` is "The application did not respond": no answer in time, or a deferred one never filled in. */
export type InteractionState = 'pending' | 'acknowledged' | 'expired';

export interface Choice {
	name: string;
	value: string | number;
}

/** A modal that the bot has opened for a user. */
export interface ShownModal {
	/** The interaction whose answer opened it. */
	interactionId: string;
	customId: string;
	title: string;
	components: Component[];
	fields: ModalField[];
}

/** One thing to fill in: its label or custom id names it to `submit`. */
export interface ModalField {
	customId: string;
	type: number;
	label: string;
	required: boolean;
	/** What is sent when the member leaves the field as it was shown. */
	prefilled: string | string[] | boolean;
	component: Component;
}

/** What everyone may know of an interaction; never its token. */
export interface InteractionView {
	id: string;
	kind: InteractionKind;
	userId: string;
	channelId: string;
	state: InteractionState;
	/** The callback type (4 to 9) once it is acknowledged. */
	acknowledgedWith?: AcknowledgementType;
	/** Milliseconds from the dispatch to the acknowledgement. */
	acknowledgedAfterMs?: number;
	/** The message that shows the answer, as far as there is one. */
	originalId?: string;
	followUpIds: string[];
	choices?: Choice[];
	modal?: ShownModal;
}

export interface Interaction extends InteractionView {
	token: string;
	/** What was used, by the name that people see: a command, a button, a menu, a form. */
	label: string;
	guildId?: string;
	/** Who installed the app: `authorizing_integration_owners`. */
	owners: Record<string, string>;
	createdAt: number;
	/** What messages say of the interaction they answer. */
	metadata: MessageInteraction;
	/** Which message type an answer gets: 20 for slash commands, 23 for menus, 19 otherwise. */
	answerType: number;
	/** The message whose component was used, also through a modal. */
	sourceMessageId?: string;
	/** Whether the visibility of the deferred answer is private; fixed by the defer. */
	deferredPrivately?: boolean;
	/** Whether the original is a deferred answer without content yet. */
	awaitsContent: boolean;
	/** Follow-ups counted against the limit for apps that are only user-installed. */
	followUpCount: number;
	cancelDeadline: () => void;
}

export function viewOf(interaction: Interaction): InteractionView {
	const { id, kind, userId, channelId, state, acknowledgedWith, acknowledgedAfterMs, originalId } =
		interaction;
	return {
		id,
		kind,
		userId,
		channelId,
		state,
		followUpIds: [...interaction.followUpIds],
		...(acknowledgedWith !== undefined && { acknowledgedWith }),
		...(acknowledgedAfterMs !== undefined && { acknowledgedAfterMs }),
		...(originalId !== undefined && { originalId }),
		...(interaction.choices && { choices: interaction.choices }),
		...(interaction.modal && { modal: interaction.modal }),
	};
}
