import { z } from 'zod';
import { entryId } from '../../src/core/entry-texts.ts';
import { answerCard, openEntry, openSuggested } from '../../src/discord/answer-card.ts';
import { text } from '../../src/discord/components.ts';
import { defineRoute } from '../../src/discord/define-route.ts';
import { privately, type Reply } from '../../src/discord/reply.ts';

/** Opens the entry of a button, for whoever pressed it alone. */
export const showEntry = opening(openEntry, undefined);
/** The same, where a question may have meant several. */
export const showSuggested = opening(openSuggested, 'opened');

function opening(id: typeof openEntry, counted: 'opened' | undefined) {
	return defineRoute({
		id,
		answers: 'message',
		input: z.object({ entry: entryId }),
		async run({ entry: id }, { faq, stats }, { guildId, where, now }) {
			const entry = await faq.entry(guildId, id);
			if (!entry) return renderGone();
			if (guildId !== undefined) stats.count(guildId, counted, id);
			const related = await faq.related(guildId, entry);
			return privately(...answerCard(entry, { related, now, shareable: where !== 'dm' }));
		},
	});
}

export function renderGone(): Reply {
	return privately(text('That answer is no longer here. Ask again to see what there is now.'));
}
