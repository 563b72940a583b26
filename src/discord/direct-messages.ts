import { DiscordAPIError, type REST } from 'discord.js';
import { type RESTPostAPICurrentUserCreateDMChannelResult, Routes } from 'discord-api-types/v10';
import type { DirectMessages } from '../app.ts';

/** Discord's ways to say that this member gets no messages from us. */
const REFUSALS = new Set<number | string>([50007, 50278, 50001, 50033]);

/** Opens conversations with members who have just asked for one. */
export function createDirectMessages(rest: REST): DirectMessages {
	return {
		async greet(memberId, content) {
			try {
				const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: memberId } });
				const { id: channelId } = opened as RESTPostAPICurrentUserCreateDMChannelResult;
				await rest.post(Routes.channelMessages(channelId), {
					body: { content, allowed_mentions: { parse: [] } },
				});
				return { kind: 'sent', channelId };
			} catch (error) {
				if (error instanceof DiscordAPIError && REFUSALS.has(error.code)) return { kind: 'refused' };
				throw error;
			}
		},
	};
}
