import { z } from 'zod';
import { entryId } from '../../src/core/entry-texts.ts';
import { voteOnEntry } from '../../src/discord/answer-card.ts';
import { text } from '../../src/discord/components.ts';
import { defineRoute } from '../../src/discord/define-route.ts';
import { privately } from '../../src/discord/reply.ts';
import { VOTES } from '../../src/faq/votes.ts';
import { renderGone } from './show-entry.ts';

const THANKS = {
	helpful: 'Thank you! Counted as helpful.',
	unhelpful:
		'Thank you for being honest. Counted as not helpful; it will be looked at when the answer is reviewed.',
} as const;

/** Counts whether an entry helped. */
export const vote = defineRoute({
	id: voteOnEntry,
	answers: 'message',
	input: z.object({ entry: entryId, vote: z.enum(VOTES) }),
	async run({ entry, vote: given }, { faq, votes, stats }, { guildId, userId }) {
		if (!(await faq.entry(guildId, entry))) return renderGone();
		const cast = await votes.cast({ guildId, memberId: userId, entry, vote: given });
		if (guildId !== undefined && cast === 'counted') stats.countVote(guildId, entry, given);
		return privately(
			text(
				`${THANKS[given]} You can change your mind with the other button. Your vote is kept under a hash, not your name.`,
			),
		);
	},
});
