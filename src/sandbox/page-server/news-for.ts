import type { LocalDiscordEvent } from '../events.ts';
import type { LocalDiscord } from '../local-discord.ts';
import { messagesIn } from './build-scene.ts';
import { shownModal } from './protocol/shown-interaction.ts';
import type { ToPage } from './protocol/to-page.ts';
import { showRequest } from './show-request.ts';

/** What somebody's page is told of an event; nothing of what they cannot see. */
export function newsFor(me: string, event: LocalDiscordEvent, discord: LocalDiscord): ToPage | undefined {
	switch (event.type) {
		case 'message-created':
		case 'message-updated': {
			const { id, channelId, visibleTo } = event.message;
			if ((visibleTo !== undefined && visibleTo !== me) || !canRead(discord, me, channelId)) return undefined;
			const message = messagesIn(discord, me, channelId).find((each) => each.id === id);
			return message ? { type: 'message', message } : { type: 'message-gone', channelId, messageId: id };
		}
		case 'message-deleted':
			return { type: 'message-gone', channelId: event.channelId, messageId: event.messageId };
		case 'interaction': {
			const { id, kind, channelId, state, originalId, modal } = event.interaction;
			if (event.interaction.userId !== me || kind === 'autocomplete') return undefined;
			return {
				type: 'interaction',
				interaction: {
					id,
					kind,
					channelId,
					state,
					...(originalId !== undefined && { originalId }),
					...(modal && { modal: shownModal.parse(modal) }),
				},
			};
		}
		case 'typing':
			return canRead(discord, me, event.channelId)
				? { type: 'typing', channelId: event.channelId }
				: undefined;
		case 'request':
			return { type: 'request', request: showRequest(event.request) };
		case 'gateway': {
			const { connected, identifies, resumes } = event.traffic;
			return { type: 'gateway', gateway: { connected, identifies, resumes } };
		}
		case 'clock-moved':
			return { type: 'clock', now: event.now };
		case 'commands-replaced':
			return { type: 'commands-changed' };
		case 'world-changed':
			return undefined;
	}
}

function canRead(discord: LocalDiscord, me: string, channelId: string): boolean {
	try {
		discord.member(me, { channelId });
		return true;
	} catch {
		return false;
	}
}
