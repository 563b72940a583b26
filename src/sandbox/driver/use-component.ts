import { MessageType } from 'discord-api-types/v10';
import { sharesGuild } from '../interactions/availability.ts';
import type { Interaction, ShownModal } from '../interactions/interaction.ts';
import { openInteraction } from '../interactions/open-interaction.ts';
import { createResolver } from '../interactions/resolved.ts';
import type { Message } from '../store/state.ts';
import { guildOf } from '../store/store.ts';
import type { Component } from '../wire/component.ts';
import { checkPicked, findButton, findSelect } from './components.ts';
import { uploadFile } from './file-to-send.ts';
import { type FieldValue, fillModal } from './modal-fields.ts';
import type { Here } from './parts.ts';

export function openClick(here: Here, message: Message, button: string): Interaction {
	return openComponent(here, message, findButton(message.components, button), {});
}

export function openSelect(
	here: Here,
	message: Message,
	select: string,
	values: readonly string[],
): Interaction {
	const found = findSelect(message.components, select);
	const resolver = createResolver(here.render, guildOf(here.store, here.channel));
	checkPicked(found, values, resolver, here.store.channels);
	const resolved = resolver.resolved();
	return openComponent(here, message, found, { values, ...(resolved && { resolved }) });
}

function openComponent(
	here: Here,
	message: Message,
	component: Component,
	data: Record<string, unknown>,
): Interaction {
	return openInteraction(here, {
		...here,
		kind: 'component',
		label: `“${component.label ?? component.placeholder ?? component.custom_id}”`,
		owners: message.interaction?.owners ?? ownersWithout(here),
		answerType: MessageType.Reply,
		metadata: { interactedMessageId: message.id },
		data: { id: component.id, custom_id: component.custom_id, component_type: component.type, ...data },
		message,
	});
}

/** Who installed the app, for a component of a message that answers no interaction. */
function ownersWithout({ store, user, channel }: Here): Record<string, string> {
	const guild = guildOf(store, channel);
	if (guild) return { '0': guild.id };
	return {
		...((sharesGuild(store, user.id) || !user.appInstalled) && { '0': '0' }),
		...(user.appInstalled && { '1': user.id }),
	};
}

/** Begins a modal submit; `close` is called once the bot has answered, for then the client closes the modal. */
export function openSubmit(
	here: Here,
	modal: ShownModal,
	given: Record<string, FieldValue>,
): { interaction: Interaction; close: () => void } {
	const { store, ledger, closedModals, user, channel } = here;
	const opener = ledger.get(modal.interactionId);
	if (!opener?.modal || opener.userId !== user.id || opener.channelId !== channel.id)
		throw new Error(`${user.username} was never shown the modal "${modal.title}" here`);
	if (closedModals.has(opener.id)) throw new Error(`The modal "${modal.title}" is closed already`);
	const resolver = createResolver(here.render, guildOf(store, channel));
	const components = fillModal(opener.modal, given, {
		resolver,
		channels: store.channels,
		upload: (file) => uploadFile(store, here.nextId, file),
	});
	const resolved = resolver.resolved();
	const { sourceMessageId } = opener;
	const message = sourceMessageId === undefined ? undefined : here.messages.find(channel.id, sourceMessageId);
	const interaction = openInteraction(here, {
		...here,
		kind: 'modal',
		label: `Form “${opener.modal.title}”`,
		owners: opener.owners,
		answerType: message ? MessageType.Reply : opener.answerType,
		metadata: { triggering: opener.metadata },
		data: { custom_id: opener.modal.customId, components, ...(resolved && { resolved }) },
		message,
	});
	return { interaction, close: () => closedModals.add(opener.id) };
}
