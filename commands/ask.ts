import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { answerCard, entryButton, openEntry } from '../src/discord/answer-card.ts';
import { buttons, careCard, shorten, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineRoute } from '../src/discord/define-route.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { privately, type Reply } from '../src/discord/reply.ts';
import type { Answer, CareReply, ServerEntry } from '../src/faq/answer.ts';
import { entryId } from '../src/faq/entry.ts';

/** Discord's limit for a suggestion's value. */
const LONGEST_VALUE = 100;

const showEntry = defineRoute({
	id: openEntry,
	answers: 'message',
	input: z.object({ entry: entryId }),
	async run({ entry: id }, { faq }, { guildId, now }) {
		const entry = await faq.entry(guildId, id);
		if (!entry) return renderGone();
		return privately(...answerCard(entry, await faq.related(guildId, entry), now));
	},
});

export const ask = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'ask',
		description: 'Ask about gut and skin in your own words',
		...EVERYWHERE,
		options: [
			{
				type: ApplicationCommandOptionType.String,
				name: 'question',
				description: 'What would you like to know?',
				required: true,
				max_length: 300,
				autocomplete: true,
			},
		],
	},
	input: z.object({ question: z.string().trim().min(2, 'Please ask with at least two letters').max(300) }),
	autocomplete: {
		question: (typed, { faq }, { guildId }) =>
			faq
				.complete(guildId, typed)
				.map(({ title }) => ({ name: title, value: shorten(title, LONGEST_VALUE) })),
	},
	routes: [showEntry],
	async run({ question }, { faq, mention }, { guildId, now }) {
		return renderAnswer(await faq.answer({ guildId, question }), { now, mention });
	},
});

/** The reply to a question, by how sure the answer is. */
export function renderAnswer(
	answer: Answer,
	{ now, mention }: { now: number; mention: (command: string) => string },
): Reply {
	switch (answer.band) {
		case 'care':
			return renderCare(answer.reply);
		case 'answer':
			return privately(...answerCard(answer.entry, answer.related, now));
		case 'suggest':
			return renderDidYouMean(answer.candidates, now);
		case 'none':
			return renderMiss(mention);
	}
}

export function renderCare({ title, body }: CareReply): Reply {
	return privately(careCard(text(`## ${title}`), text(body)));
}

function renderDidYouMean(candidates: readonly ServerEntry[], now: number): Reply {
	return privately(
		text(
			candidates.length === 1
				? 'I am not sure. Did you mean this?'
				: 'I am not sure which of these you mean:',
		),
		buttons(...candidates.map((candidate) => entryButton(candidate, now))),
	);
}

function renderMiss(mention: (command: string) => string): Reply {
	return privately(
		text(
			`I don’t have that. I only know about the gut, the skin and the habits around them, and I would rather say so than guess. Other words may help: type in ${mention('ask')} and pick from the list. For anything about your own health, a doctor or pharmacist knows more than I do.`,
		),
	);
}

function renderGone(): Reply {
	return privately(text('That answer is no longer here. Ask again to see what there is now.'));
}
