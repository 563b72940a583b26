import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { Events } from '../events.ts';
import { refuse } from '../refusal.ts';
import type { AcknowledgementType, Interaction } from './interaction.ts';
import { interactionTypes, viewOf } from './interaction.ts';

/** How long the bot has for its first answer. */
const answerWithinMs = 3000;
/** How long an interaction's token works. */
const tokenLifeMs = 15 * 60_000;

export type NewInteraction = Pick<
	Interaction,
	'kind' | 'label' | 'userId' | 'channelId' | 'guildId' | 'owners' | 'answerType' | 'sourceMessageId'
> & { metadata: Omit<Interaction['metadata'], 'id' | 'type' | 'userId' | 'owners'> };

/** Every interaction and its life: pending, acknowledged in time or expired; then 15 minutes of its token. */
export interface Ledger {
	open(draft: NewInteraction): Interaction;
	get(id: string): Interaction | undefined;
	/** The interaction that a request is about, by what stands in its path. */
	behind(path: Record<string, string>): Interaction | undefined;
	/** The interaction of a callback; refuses unknown ones, wrong tokens and those whose time is over. */
	forCallback(id: string, token: string): Interaction;
	/** Marks the first answer; a second one is refused. */
	acknowledge(interaction: Interaction, type: AcknowledgementType): void;
	/** The interaction behind a webhook token; refuses it before an acknowledgement, after a modal or autocomplete, and after 15 minutes. */
	forWebhook(token: string): Interaction;
	/** Tells listeners that something about it changed. */
	changed(interaction: Interaction): void;
	/** The deferred answer was filled in: it cannot fail any more. */
	filled(interaction: Interaction): void;
}

export function createLedger(clock: SandboxClock, events: Events, nextId: () => string): Ledger {
	const byId = new Map<string, Interaction>();
	const byToken = new Map<string, Interaction>();

	const age = (interaction: Interaction) => clock.elapsed() - interaction.createdAt;
	const changed = (interaction: Interaction) =>
		events.emit({ type: 'interaction', interaction: viewOf(interaction) });

	function expire(interaction: Interaction): void {
		interaction.state = 'expired';
		changed(interaction);
	}

	return {
		open(draft) {
			const id = nextId();
			const { userId, owners } = draft;
			const interaction: Interaction = {
				...draft,
				id,
				token: randomBytes(48).toString('base64url'),
				state: 'pending',
				createdAt: clock.elapsed(),
				metadata: { ...draft.metadata, id, type: interactionTypes[draft.kind], userId, owners },
				awaitsContent: false,
				followUpIds: [],
				followUpCount: 0,
				cancelDeadline: clock.schedule(answerWithinMs, () => expire(interaction)),
			};
			byId.set(id, interaction);
			byToken.set(interaction.token, interaction);
			changed(interaction);
			return interaction;
		},

		get: (id) => byId.get(id),

		behind: (path) => byId.get(path['interaction_id'] ?? '') ?? byToken.get(path['webhook_token'] ?? ''),

		forCallback(id, token) {
			const interaction = byId.get(id);
			if (!interaction || interaction.token !== token) throw refuse('unknownInteraction');
			if (interaction.acknowledgedWith === undefined && age(interaction) >= answerWithinMs)
				throw refuse('unknownInteraction');
			return interaction;
		},

		acknowledge(interaction, type) {
			if (interaction.acknowledgedWith !== undefined) throw refuse('alreadyAcknowledged');
			interaction.cancelDeadline();
			interaction.state = 'acknowledged';
			interaction.acknowledgedWith = type;
			interaction.acknowledgedAfterMs = age(interaction);
			if (type === 5 || type === 6) {
				interaction.awaitsContent = true;
				const left = tokenLifeMs - age(interaction);
				interaction.cancelDeadline = clock.schedule(left, () => expire(interaction));
			}
		},

		forWebhook(token) {
			const interaction = byToken.get(token);
			if (!interaction) throw refuse('unknownWebhook');
			if (age(interaction) >= tokenLifeMs) throw refuse('webhookTokenExpired');
			const { acknowledgedWith } = interaction;
			if (acknowledgedWith === undefined || acknowledgedWith === 8 || acknowledgedWith === 9)
				throw refuse('unknownWebhook');
			return interaction;
		},

		changed,

		filled(interaction) {
			interaction.cancelDeadline();
			interaction.awaitsContent = false;
		},
	};
}
