import type { App } from '../../../src/app.ts';
import { type MessageReply, privately, type UpdateReply, update } from '../../../src/discord/reply.ts';
import type { ChangeItem } from '../../../src/moderation/overlay-store.ts';
import { privateLanding, updateLanding } from './landing.ts';
import { lookAhead } from './look-ahead.ts';
import { renderPreview } from './preview.ts';
import type { Curator } from './subcommand.ts';

/** What was done, such as “Taken back.”, and whether it takes the place of what asked for it. */
interface How {
	readonly done: string;
	readonly as: 'message' | 'update';
}

/**
 * Saves a change that brings earlier words back, when there is nothing to say against them; otherwise shows them first, with what is
 * wrong, as an edit does. What no answer may say is not saved either way.
 */
export async function landOrAsk(
	app: App,
	{ guildId, userId: owner, now }: Curator,
	items: readonly ChangeItem[],
	{ done, as }: How,
): Promise<MessageReply | UpdateReply> {
	const prospect = await lookAhead(app, guildId, items);
	const proposal = await app.moderation.propose(guildId, { items, by: owner, at: now });
	const { blocking, warnings, breaksTests } = prospect;
	if (blocking.length > 0 || warnings.length > 0 || breaksTests) {
		const shown = renderPreview(proposal, prospect, { owner, now });
		return as === 'update' ? update(...shown) : privately(...shown);
	}
	const landing = await app.moderation.land(guildId, proposal);
	const around = { owner, now, done, proposal, faq: app.faq };
	return as === 'update' ? updateLanding(landing, around) : privateLanding(landing, around);
}
