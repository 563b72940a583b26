import { z } from 'zod';
import { entryId } from '../../src/core/entry-texts.ts';
import { UserError } from '../../src/core/user-error.ts';
import { answerCard, shareEntry as shareButton } from '../../src/discord/answer-card.ts';
import { mayWrite } from '../../src/discord/caller.ts';
import { defineRoute } from '../../src/discord/define-route.ts';
import { publicly } from '../../src/discord/reply.ts';
import { renderGone } from './show-entry.ts';

/** Shows an entry to the channel. The question that led to it stays with the one who asked. */
export const shareEntry = defineRoute({
	id: shareButton,
	answers: 'public',
	input: z.object({ entry: entryId }),
	async run({ entry: id }, { faq }, caller) {
		const { guildId, now } = caller;
		if (!mayWrite(caller)) throw new UserError(MAY_NOT_WRITE);
		const entry = await faq.entry(guildId, id);
		return entry
			? publicly(...answerCard(entry, { related: await faq.related(guildId, entry), now }))
			: renderGone();
	},
});

export const MAY_NOT_WRITE = 'You cannot write in this channel, so I do not post here for you.';
