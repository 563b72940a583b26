import type { Outcome } from '../driver/outcome.ts';
import type { LocalDiscord } from '../local-discord.ts';

/** Does what begins an interaction and answers its id at once; what becomes of it is told by events. Rejects when it cannot be done here. */
export async function beginInteraction(
	on: LocalDiscord['on'],
	act: () => Promise<Outcome>,
): Promise<{ interactionId: string }> {
	let interactionId: string | undefined;
	// An actor opens the interaction before its first wait, so the first one told is the one just begun.
	const unsubscribe = on((event) => {
		if (event.type === 'interaction') interactionId ??= event.interaction.id;
	});
	const outcome = act();
	unsubscribe();
	if (interactionId === undefined) return { interactionId: (await outcome).interactionId };
	outcome.catch(() => {});
	return { interactionId };
}
