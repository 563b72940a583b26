import { z } from 'zod';
import { UserError } from '../../src/core/user-error.ts';
import { text } from '../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../src/discord/define-route.ts';
import { modal } from '../../src/discord/modal.ts';
import { privately } from '../../src/discord/reply.ts';
import { MOST_A_DAY, MOST_QUESTIONS, type Sending } from '../../src/moderation/inbox.ts';
import { renderCare } from './render-care.ts';

/** Discord's limit for a form's field is far higher; a question is shorter. */
export const LONGEST_QUESTION = 300;

/** The button that offers to send a question that nothing answered. The question itself stands in the message. */
export const offerSending = defineCustomId('inbox.offer');

const sendForm = defineCustomId('inbox.send');

/** Marks the text of the question in the message, so that the button finds it again without anything being stored. */
export const QUESTION_ID = 77;

/** The question as it stands in the message, quoted. */
export function quote(question: string): string {
	return `> ${question.replace(/\s+/g, ' ')}`;
}

/** Opens a form with the question, so that its sender sees and can change what will be sent. */
export const openSendForm = defineRoute({
	id: offerSending,
	answers: 'modal',
	input: z.object({ shown: z.record(z.string(), z.string()).default({}) }),
	run({ shown }, _app, { userId, now }) {
		const question = shown[QUESTION_ID]?.replace(/^> /, '') ?? '';
		return modal('Send this to the moderators', sendForm.write({ owner: userId, now }), [
			{
				name: 'question',
				label: 'Your question',
				description: 'Only these words are sent, without your name. Please leave out anything personal.',
				value: question.slice(0, LONGEST_QUESTION),
				longest: LONGEST_QUESTION,
				lines: 'many',
			},
		]);
	},
});

/** Puts the question into the inbox of the server's moderators. */
export const sendQuestion = defineRoute({
	id: sendForm,
	answers: 'message',
	input: z.object({
		question: z.string().trim().min(2, 'Please ask with at least two letters').max(LONGEST_QUESTION),
	}),
	async run({ question }, { inbox, checkRedFlags }, { guildId, userId, now }) {
		if (guildId === undefined)
			throw new UserError('Only a server that has Gutsy has moderators to send this to.');
		const care = checkRedFlags(question);
		if (care) return renderCare(care);
		const sending = await inbox.send({ guildId, memberId: userId, text: question, now });
		return privately(text(OUTCOMES[sending]));
	},
});

const OUTCOMES: Record<Sending, string> = {
	sent: 'Sent to this server’s moderators, without your name. If they write an answer, you will find it with the same question.',
	enough: `You have sent ${MOST_A_DAY} questions today, and that is the most, so I keep this one back. Please try again tomorrow.`,
	full: `${MOST_QUESTIONS} questions wait for the moderators, and that is the most, so I cannot send more now. Please try again another day.`,
};
