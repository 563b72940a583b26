import type { Events } from '../events.ts';
import type { AcknowledgementType, Interaction, ShownModal } from '../interactions/interaction.ts';
import type { VisibleMessage } from './visible-message.ts';

/** What became of something that a user did. */
export interface Outcome {
	interactionId: string;
	/** The bot's first answer: 4 message, 5 and 6 deferred, 7 update, 8 suggestions, 9 modal. */
	acknowledgedWith?: AcknowledgementType;
	/** False is Discord's "The application did not respond". */
	responded: boolean;
	deferred: boolean;
	/** The message that shows the result; after a deferred update with a follow-up, the follow-up. */
	message?: VisibleMessage;
	modal?: ShownModal;
	/** The same outcome with the message as it is now, once the result is there. */
	settled(): Promise<Outcome>;
}

/** Resolves when the member would see a result: an answer, the content of a deferred one, or the failure of both. */
export async function awaitOutcome(
	events: Events,
	interaction: Interaction,
	view: (messageId: string) => VisibleMessage | undefined,
): Promise<Outcome> {
	await new Promise<void>((resolve) => {
		if (isOver(interaction)) return resolve();
		const unsubscribe = events.on((event) => {
			if (event.type !== 'interaction' || event.interaction.id !== interaction.id || !isOver(interaction))
				return;
			unsubscribe();
			resolve();
		});
	});
	// The request that brought the result is answered and logged before the member is told.
	await new Promise((resolve) => setImmediate(resolve));
	return outcomeOf(events, interaction, view);
}

function isOver(interaction: Interaction): boolean {
	if (interaction.state === 'pending') return false;
	return interaction.state === 'expired' || !interaction.awaitsContent;
}

function outcomeOf(
	events: Events,
	interaction: Interaction,
	view: (messageId: string) => VisibleMessage | undefined,
): Outcome {
	const { id, acknowledgedWith, state, originalId, followUpIds, modal } = interaction;
	const shownId = acknowledgedWith === 6 ? (followUpIds.at(-1) ?? originalId) : originalId;
	const message = shownId === undefined ? undefined : view(shownId);
	return {
		interactionId: id,
		responded: state === 'acknowledged',
		deferred: acknowledgedWith === 5 || acknowledgedWith === 6,
		...(acknowledgedWith !== undefined && { acknowledgedWith }),
		...(message && { message }),
		...(modal && { modal }),
		settled: () => awaitOutcome(events, interaction, view),
	};
}
