import { Client, Events, GatewayDispatchEvents, Options, type REST } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import type { RefusedAnswer } from '../app.ts';
import type { Log } from '../ops/log.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { NO_CACHES } from './no-caches.ts';
import { restOptions, warnOfInvalidRequests } from './rest.ts';

interface GatewayOptions {
	/** For instance `https://discord.com/api`. */
	apiUrl: string;
	token: string;
	log: Log;
	/** Hears of every answer of 401, 403 or 429. */
	onRefused(answer: RefusedAnswer): void;
	onInteraction(interaction: APIInteraction, conversation: Conversation): Promise<void>;
	/** Told once when Discord will not have us back: the token was revoked, or the intents are refused. */
	onClosedForGood(code: number): void;
}

/** The connection on which interactions arrive. */
export interface Gateway {
	applicationId: string;
	rest: REST;
	/** Takes no more interactions, lets those that were taken be answered, and disconnects. */
	close(): Promise<void>;
}

/**
 * Logs in and waits until interactions arrive.
 *
 * No intents: interactions arrive without any, and a server then costs no memory. Nothing is cached, because all that a command may
 * know comes with its interaction; that is also why the plain payload is taken rather than discord.js's structures around its caches.
 *
 * @throws when Discord refuses the token.
 */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
	const { apiUrl, token, log, onRefused, onInteraction, onClosedForGood } = options;
	const client = new Client({
		intents: [],
		rest: restOptions(apiUrl, onRefused),
		allowedMentions: { parse: [] },
		enforceNonce: true,
		makeCache: Options.cacheWithLimits(NO_CACHES),
	});
	let open = true;
	report(client, log, () => open);
	client.on(Events.ShardDisconnect, ({ code }) => onClosedForGood(code));

	const beingAnswered = new Set<Promise<void>>();
	client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
		if (!open) return;
		const answered = onInteraction(interaction, openConversation(client.rest, interaction))
			.catch((error: unknown) => log.error({ err: error }, 'The dispatcher let an error through'))
			.finally(() => beingAnswered.delete(answered));
		beingAnswered.add(answered);
	});

	try {
		const ready = new Promise<Client<true>>((resolve) => {
			client.once(Events.ClientReady, resolve);
		});
		await client.login(token);
		const { application } = await ready;
		return {
			applicationId: application.id,
			rest: client.rest,
			async close() {
				open = false;
				await Promise.all(beingAnswered);
				await client.destroy();
			},
		};
	} catch (cause) {
		await client.destroy();
		throw new Error('Gutsy could not log in to Discord', { cause });
	}
}

function report(client: Client, log: Log, isOpen: () => boolean): void {
	client.on(Events.ShardReconnecting, () => {
		// Closing on purpose looks the same to discord.js.
		if (isOpen()) log.warn('Reconnecting to Discord');
	});
	client.on(Events.ShardResume, () => log.info('The connection to Discord is back'));
	client.on(Events.Error, (error) => log.error({ err: error }, 'The Discord client reported an error'));
	client.on(Events.Warn, (message) => log.warn({ message }, 'The Discord client warns'));
	warnOfInvalidRequests(client.rest, log);
}
