import { createHash } from 'node:crypto';
import { DiscordAPIError, type RequestData } from 'discord.js';
import { type APIChannel, MessageFlags, Routes } from 'discord-api-types/v10';
import type { Announced, Channels, ShippedTexts } from '../app.ts';
import { cut } from './components.ts';
import type { RestCalls } from './in-turn.ts';
import { renderChanges } from './render-changes.ts';

/** The member waits for it. */
const PATIENCE = 8_000;
/** Discord's limit for a message. */
const LONGEST_CONTENT = 2_000;

/** The most that Discord takes. */
const NONCE_LENGTH = 25;

/** Writes into servers' channels, where Gutsy is let. */
export function createChannels(rest: RestCalls, shipped: ShippedTexts): Channels {
	/** Tells moderators, who may have closed the channel: it is gone, forbidden or slow then, and nothing else fails for it. */
	async function post(channelId: string, message: Pick<RequestData, 'body' | 'files'>): Promise<boolean> {
		try {
			await rest.post(Routes.channelMessages(channelId), {
				...message,
				signal: AbortSignal.timeout(PATIENCE),
			});
			return true;
		} catch {
			return false;
		}
	}

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
				if (isRefusal(error)) return 'refused';
				throw error;
			}
		},
		async announce({ guildId, channelId, content, components }): Promise<Announced> {
			const signal = AbortSignal.timeout(PATIENCE);
			try {
				const channel = (await rest.get(Routes.channel(channelId), { signal })) as APIChannel;
				if (!('guild_id' in channel) || channel.guild_id !== guildId) return { kind: 'elsewhere' };
				await rest.post(Routes.channelMessages(channelId), {
					body: {
						content,
						components,
						nonce: nonceOf(channelId, content),
						enforce_nonce: true,
						allowed_mentions: { parse: [] },
					},
					signal,
				});
				return { kind: 'sent' };
			} catch (error) {
				if (isRefusal(error)) return { kind: 'refused', code: Number(error.code) };
				throw error;
			}
		},
		async tell(channelId, words, file) {
			return post(channelId, {
				body: { content: cut(words, LONGEST_CONTENT), allowed_mentions: { parse: [] } },
				...(file ? { files: [file] } : {}),
			});
		},
		tellChanges: (channelId, revisions) => post(channelId, renderChanges(revisions, shipped)),
	};
}

// discord.js sends again what timed out, and a hand may press twice.
function nonceOf(channelId: string, content: string): string {
	return createHash('sha256').update(`${channelId}|${content}`).digest('base64url').slice(0, NONCE_LENGTH);
}

function isRefusal(error: unknown): error is DiscordAPIError {
	return error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
}
