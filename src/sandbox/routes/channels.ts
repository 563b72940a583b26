import { PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { answerJson, noContent } from '../http/answer.ts';
import type { Routes } from '../http/route.ts';
import { sharesGuild } from '../interactions/availability.ts';
import { permissionsIn } from '../permissions.ts';
import { refuse } from '../refusal.ts';
import { renderChannel } from '../render/channel.ts';
import { findDm, openDm } from '../store/open-dm.ts';
import type { Channel } from '../store/state.ts';
import { botReaches, guildOf, type Store } from '../store/store.ts';
import type { RouteParts } from './parts.ts';

const openDmBody = z.object({ recipient_id: z.coerce.string() });

/** Finds a channel that the bot may use; refuses the others as Discord does. */
export function reachableChannel(
	{ store, botUserId }: Pick<RouteParts, 'store' | 'botUserId'>,
	channelId: string,
): Channel {
	const channel = store.channels.get(channelId);
	if (!channel) throw refuse('unknownChannel');
	const guild = guildOf(store, channel);
	const seen = !guild || permissionsIn(guild, botUserId, channel) & PermissionFlagsBits.ViewChannel;
	if (!botReaches(store, channel) || !seen) throw refuse('missingAccess');
	return channel;
}

/** Refuses what Discord refuses when a direct message does not reach its user. */
export function refuseUnreachable(store: Store, channel: Channel): void {
	const user = channel.kind === 'bot-dm' ? store.users.get(channel.userId) : undefined;
	if (!user) return;
	if (user.dms === 'closed') throw refuse('cannotSendToUser');
	if (user.dms === 'no-mutual-guild' || (!user.appInstalled && !sharesGuild(store, user.id)))
		throw refuse('noMutualGuild');
}

/** Channels: opening a DM, reading one, typing. */
export function channelRoutes(parts: RouteParts) {
	const { store, nextId, botUserId, limits, windows, events } = parts;
	return {
		'POST /users/@me/channels': {
			handle(request) {
				const { recipient_id: userId } = openDmBody.parse(request.body);
				if (!store.users.has(userId) || userId === botUserId) throw refuse('invalidRecipient');
				if (!findDm(store, userId) && !windows.take('dm opens', limits.dmOpens).allowed)
					throw refuse('openingDmsTooFast');
				return answerJson(renderChannel(store, openDm(store, nextId, userId)));
			},
		},
		'GET /channels/{channel_id}': {
			handle: (request) =>
				answerJson(renderChannel(store, reachableChannel(parts, request.param('channel_id')))),
		},
		'POST /channels/{channel_id}/typing': {
			handle(request) {
				const channel = reachableChannel(parts, request.param('channel_id'));
				refuseUnreachable(store, channel);
				events.emit({ type: 'typing', channelId: channel.id });
				return noContent;
			},
		},
	} satisfies Partial<Routes>;
}
