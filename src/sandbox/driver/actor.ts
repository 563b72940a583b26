import { type ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10';
import { availableCommands } from '../interactions/availability.ts';
import type { Choice, Interaction, ShownModal } from '../interactions/interaction.ts';
import { permissionsIn } from '../permissions.ts';
import { findDm } from '../store/open-dm.ts';
import type { Channel, Message, User } from '../store/state.ts';
import { guildOf } from '../store/store.ts';
import type { Command } from '../wire/command.ts';
import type { OptionValue } from './command-options.ts';
import type { FieldValue } from './modal-fields.ts';
import { awaitOutcome, type Outcome } from './outcome.ts';
import type { DriverParts } from './parts.ts';
import { openCommand, openMenu, openTyping } from './use-command.ts';
import { openClick, openSelect, openSubmit } from './use-component.ts';
import { type VisibleMessage, viewMessage } from './visible-message.ts';

/** One user in one channel: does what a person could do there and sees what they would see. What a real client would not allow is an error. */
export interface Actor {
	readonly userId: string;
	readonly channelId: string;
	/** Uses a slash command; sub-commands follow its name: `faq-admin group sub`. */
	slash(name: string, options?: Record<string, OptionValue>): Promise<Outcome>;
	/** The bot's suggestions while `focused` is typed; rejects when the bot gives none in time. */
	autocomplete(name: string, options: Record<string, unknown>, focused: string): Promise<Choice[]>;
	/** Presses a button, named by custom id or label. */
	click(message: VisibleMessage, button: string): Promise<Outcome>;
	/** Picks in a select menu, named by custom id or placeholder. */
	select(message: VisibleMessage, select: string, values: readonly string[]): Promise<Outcome>;
	/** Submits a modal; fields are named by custom id or label, the others are sent as shown. */
	submit(modal: ShownModal, fields?: Record<string, FieldValue>): Promise<Outcome>;
	/** Uses a context menu command on a message or a user. */
	menu(name: string, target: VisibleMessage | { userId: string }): Promise<Outcome>;
	/** What this user sees in a channel (default: this one), oldest first. */
	sees(channelId?: string): VisibleMessage[];
	/** The conversation with the bot. */
	directMessages(): VisibleMessage[];
	/** What the picker would list here, by name; of one type if given. */
	availableCommands(type?: ApplicationCommandType): Command[];
	/** Writes a plain message. */
	say(text: string): VisibleMessage;
	/** Dismisses an ephemeral message. */
	dismiss(message: VisibleMessage): void;
}

export function createActor(parts: DriverParts, user: User, channel: Channel): Actor {
	const { store, events, messages } = parts;
	const here = { ...parts, user, channel };
	refuseStranger(parts, user, channel);

	const view = (message: Message) => viewMessage(store, parts.origin, message);
	const mayRead = (message: Message) =>
		!message.dismissed && (message.visibleTo === undefined || message.visibleTo === user.id);

	function read(where: Channel): VisibleMessage[] {
		refuseStranger(parts, user, where);
		return [...(store.messages.get(where.id)?.values() ?? [])].filter(mayRead).map(view);
	}

	function current({ id, channelId }: VisibleMessage): Message {
		const message = messages.find(channelId, id);
		if (!message || channelId !== channel.id || !mayRead(message))
			throw new Error(`${user.username} does not see message ${id} here`);
		return message;
	}

	const outcome = (interaction: Interaction) =>
		awaitOutcome(events, interaction, (id) => {
			const message = messages.find(channel.id, id);
			return message && view(message);
		});

	return {
		userId: user.id,
		channelId: channel.id,
		slash: async (name, options = {}) => outcome(openCommand(here, name, options)),
		async autocomplete(name, options, focused) {
			const interaction = openTyping(here, name, options, focused);
			const { responded } = await outcome(interaction);
			if (!responded) throw new Error('Loading options failed: the application did not respond');
			return interaction.choices ?? [];
		},
		click: async (message, button) => outcome(openClick(here, current(message), button)),
		select: async (message, select, values) => outcome(openSelect(here, current(message), select, values)),
		async submit(modal, fields = {}) {
			const { interaction, close } = openSubmit(here, modal, fields);
			const result = await outcome(interaction);
			if (result.responded) close();
			return result;
		},
		menu: async (name, target) =>
			outcome(openMenu(here, name, 'userId' in target ? target : current(target))),
		sees(channelId = channel.id) {
			const where = store.channels.get(channelId);
			if (!where) throw new Error(`There is no channel ${channelId}`);
			return read(where);
		},
		directMessages() {
			const dm = findDm(store, user.id);
			return dm ? read(dm) : [];
		},
		availableCommands: (type) => availableCommands(store, user, channel, type),
		say: (text) =>
			view(
				messages.create({
					channelId: channel.id,
					authorId: user.id,
					type: 0,
					body: { content: text },
					files: [],
				}),
			),
		dismiss(message) {
			const shown = current(message);
			if (shown.visibleTo === undefined) throw new Error('Only an ephemeral message can be dismissed');
			shown.dismissed = true;
			events.emit({ type: 'message-updated', message: shown });
		},
	};
}

function refuseStranger({ store }: DriverParts, user: User, channel: Channel): void {
	const guild = guildOf(store, channel);
	const present =
		channel.kind === 'guild'
			? guild !== undefined &&
				(permissionsIn(guild, user.id, channel) & PermissionFlagsBits.ViewChannel) !== 0n
			: channel.kind === 'bot-dm'
				? channel.userId === user.id
				: channel.recipients.includes(user.id);
	if (!present) throw new Error(`${user.username} cannot see channel ${channel.id}`);
}
