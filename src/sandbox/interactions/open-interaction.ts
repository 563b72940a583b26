import type { Gateway } from '../gateway/gateway.ts';
import { attachmentSizeLimit } from '../messages/attachments.ts';
import { everyonePermissions, permissionsIn } from '../permissions.ts';
import { renderChannel } from '../render/channel.ts';
import { renderMember } from '../render/guild.ts';
import { type RenderContext, renderMessage } from '../render/message.ts';
import { renderUser } from '../render/user.ts';
import type { Channel, Message, User } from '../store/state.ts';
import { guildOf, memberOf } from '../store/store.ts';
import { contextOf } from './availability.ts';
import { type Interaction, interactionTypes } from './interaction.ts';
import type { Ledger, NewInteraction } from './ledger.ts';

export interface InteractionParts {
	render: RenderContext;
	ledger: Ledger;
	gateway: Pick<Gateway, 'dispatch'>;
	botUserId: string;
}

export interface Opening
	extends Pick<NewInteraction, 'kind' | 'label' | 'owners' | 'answerType' | 'metadata'> {
	user: User;
	channel: Channel;
	data: Record<string, unknown>;
	/** The message of a component, or of the component behind a modal. */
	message?: Message | undefined;
}

/** Begins an interaction: keeps it and sends INTERACTION_CREATE to the bot. */
export function openInteraction(parts: InteractionParts, opening: Opening): Interaction {
	const { render, ledger, gateway } = parts;
	const { user, channel, message, kind, label, owners, answerType, metadata } = opening;
	const guild = guildOf(render.store, channel);
	const interaction = ledger.open({
		kind,
		label,
		owners,
		answerType,
		metadata,
		userId: user.id,
		channelId: channel.id,
		...(guild && { guildId: guild.id }),
		...(message && { sourceMessageId: message.id }),
	});
	const payload = {
		id: interaction.id,
		application_id: render.applicationId,
		type: interactionTypes[kind],
		token: interaction.token,
		version: 1,
		locale: user.locale,
		entitlements: [],
		attachment_size_limit: attachmentSizeLimit,
		channel_id: channel.id,
		channel: renderChannel(render.store, channel),
		app_permissions: (guild?.botInstalled
			? permissionsIn(guild, parts.botUserId, channel)
			: everyonePermissions
		).toString(),
		context: contextOf(channel),
		authorizing_integration_owners: owners,
		...(guild
			? {
					guild_id: guild.id,
					guild_locale: guild.locale,
					guild: { id: guild.id, locale: guild.locale, features: [] },
					member: renderInvoker(parts, guild.id, user, channel),
				}
			: { user: renderUser(user) }),
		...(message && { message: renderMessage(render, message) }),
		data: opening.data,
	};
	gateway.dispatch({ event: 'INTERACTION_CREATE', guildId: guild?.id, intents: 0, data: () => payload });
	return interaction;
}

function renderInvoker({ render }: InteractionParts, guildId: string, user: User, channel: Channel) {
	const guild = render.store.guilds.get(guildId);
	const member = memberOf(guild, user.id);
	if (!guild || !member) throw new Error(`${user.username} is not a member of guild ${guildId}`);
	const permissions = permissionsIn(guild, user.id, channel).toString();
	return { ...renderMember(render.store, member), permissions };
}
