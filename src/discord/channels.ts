import { DiscordAPIError, type REST } from 'discord.js';
import { MessageFlags, Routes } from 'discord-api-types/v10';
import type { Channels } from '../app.ts';
import { renderChanges } from './render-changes.ts';

/** The member waits for it. */
const PATIENCE = 8_000;

/** Writes into servers' channels, where Gutsy is let. */
export function createChannels(rest: REST): Channels {
	return {
		async replyTo({ channelId, messageId, components }) {
			try {
				await rest.post(Routes.channelMessages(channelId), {
					body: {
						components,
						flags: MessageFlags.IsComponentsV2,
						message_reference: { message_id: messageId, fail_if_not_exists: false },
						allowed_mentions: { parse: [], replied_user: false },
					},
					signal: AbortSignal.timeout(PATIENCE),
				});
				return 'sent';
			} catch (error) {
				// Whatever keeps Gutsy out of the channel: no permission, not installed there, channel gone.
				if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404))
					return 'refused';
				throw error;
			}
		},
		async tellChanges(channelId, revisions) {
			try {
				await rest.post(Routes.channelMessages(channelId), {
					...renderChanges(revisions),
					signal: AbortSignal.timeout(PATIENCE),
				});
				return true;
			} catch {
				// The channel is gone, forbidden or slow. The change stands, and its moderator is told that nobody else was.
				return false;
			}
		},
	};
}
