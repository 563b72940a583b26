import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../src/app.ts';
import type { Topic } from '../src/core/entry-texts.ts';
import { answerCard, entryButton, openSuggested } from '../src/discord/answer-card.ts';
import { mayWrite } from '../src/discord/caller.ts';
import { button, buttons, shorten, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { isModerator } from '../src/discord/demand.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { privately, publicly, type Reply, type TopLevel } from '../src/discord/reply.ts';
import type { Answer, ServerEntry } from '../src/faq/answer.ts';
import { browseAll, browseTopic, TOPIC_NAMES } from './routes/browse-ids.ts';
import { keepAsTest, testButton } from './routes/faq-admin/test-button.ts';
import { remind, startFromForm } from './routes/remind.ts';
import { renderCare, renderCaution } from './routes/render-care.ts';
import { offerSending, openSendForm, QUESTION_ID, quote, sendQuestion } from './routes/send-question.ts';
import { MAY_NOT_WRITE, shareEntry } from './routes/share-entry.ts';
import { showEntry, showSuggested } from './routes/show-entry.ts';
import { vote } from './routes/vote.ts';

/** Discord's limit for a suggestion's value. */
const LONGEST_VALUE = 100;

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
			{
				type: ApplicationCommandOptionType.Boolean,
				name: 'share',
				description: 'Also show the answer to everyone here, without your question',
			},
		],
	},
	input: z.object({
		question: z.string().trim().min(2, 'Please ask with at least two letters').max(300),
		share: z.boolean().default(false),
	}),
	autocomplete: {
		question: (typed, { faq }, { guildId }) =>
			faq
				.complete(guildId, typed)
				.map(({ title }) => ({ name: title, value: shorten(title, LONGEST_VALUE) })),
	},
	routes: [
		showEntry,
		showSuggested,
		vote,
		shareEntry,
		remind,
		startFromForm,
		openSendForm,
		sendQuestion,
		keepAsTest,
	],
	async run({ question, share }, app, caller) {
		const { faq, mention, stats } = app;
		const { guildId, now, where, userId } = caller;
		// At once with the answer, so that a slow store delays it once and not twice.
		const moderating = isModerator(app, caller);
		const answer = await faq.answer({ guildId, question });
		if (guildId !== undefined)
			stats.count(guildId, answer.band, answer.band === 'answer' ? answer.entry.id : undefined);
		if (share && answer.band === 'answer') return renderShared(answer, now, mayWrite(caller));
		const reply = renderAnswer(answer, {
			now,
			mention,
			question,
			userId,
			hasModerators: guildId !== undefined,
			shareable: where !== 'dm',
		});
		if (answer.band !== 'answer' || reply.kind !== 'message' || !(await moderating)) return reply;
		return {
			...reply,
			components: [...reply.components, ...testButton(question, answer.entry.id, userId, now)],
		};
	},
});

interface Asked {
	question: string;
	/** Who asked. */
	userId: string;
	/** Epoch milliseconds. */
	now: number;
	/** Whether a question that nothing answers can be sent to somebody. */
	hasModerators: boolean;
	shareable: boolean;
	mention: App['mention'];
}

/** The reply to a question, by how sure the answer is. */
export function renderAnswer(answer: Answer, asked: Asked): Reply {
	const { now, shareable } = asked;
	switch (answer.band) {
		case 'care':
			return renderCare(answer.reply);
		case 'answer': {
			const { entry, related, caution } = answer;
			return privately(...answerCard(entry, { related, now, caution, shareable }));
		}
		case 'suggest':
			return privately(...didYouMean(answer.candidates, now), ...renderCaution(answer.caution));
		case 'none':
			return privately(...miss(answer.nearest, asked), ...renderCaution(answer.caution));
	}
}

/**
 * Posts the card for all. It follows a private word rather than being the answer itself, because Discord shows what was typed
 * to whoever taps the head of a command's public answer.
 */
function renderShared(answer: Extract<Answer, { band: 'answer' }>, now: number, allowed: boolean): Reply {
	const { entry, related, caution } = answer;
	if (!allowed) return privately(text(MAY_NOT_WRITE), ...answerCard(entry, { related, now, caution }));
	return {
		...privately(text('Shared here, without your question.'), ...renderCaution(caution)),
		followedBy: publicly(...answerCard(entry, { related, now })),
	};
}

function didYouMean(candidates: readonly ServerEntry[], now: number): TopLevel[] {
	return [
		text(
			candidates.length === 1
				? 'I am not sure. Did you mean this?'
				: 'I am not sure which of these you mean:',
		),
		// One below the other: side by side, long titles are cut on a phone.
		...candidates.map((candidate) => buttons(entryButton(candidate, now, openSuggested))),
	];
}

function miss(
	nearest: Topic | undefined,
	{ question, userId, now, hasModerators, mention }: Asked,
): TopLevel[] {
	const around =
		nearest === undefined
			? button('Look around', browseAll.write({ owner: userId, now }))
			: button(
					`Look around: ${TOPIC_NAMES[nearest]}`,
					browseTopic.write({ owner: userId, now, topic: nearest }),
				);
	const send = button('Send this to the moderators', offerSending.write({ owner: userId, now }));
	return [
		text(
			`I don’t have that. I only know about the gut, the skin and the habits around them, and I would rather say so than guess. Other words may help: type in ${mention('ask')} and pick from the list. For anything about your own health, a doctor or pharmacist knows more than I do.`,
		),
		...(hasModerators ? [{ ...text(quote(question)), id: QUESTION_ID }] : []),
		buttons(around, ...(hasModerators ? [send] : [])),
	];
}
