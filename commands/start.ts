import { ApplicationCommandType, ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { remindMe } from '../src/discord/answer-card.ts';
import { button, buttons, card, smallPrint, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineCustomId, defineRoute } from '../src/discord/define-route.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { privately, type TopLevel, update } from '../src/discord/reply.ts';
import { type FirstSteps, suggestBeginning } from '../src/habits/first-steps.ts';
import { topicLabels } from '../src/nudges/topic.ts';

/** Carries the answers so far, a digit each: nothing about them is kept anywhere else. */
const tap = defineCustomId('start', ['answers']);

const next = defineRoute({
	id: tap,
	answers: 'update',
	input: z.object({ answers: z.string().regex(/^[0-4]{0,6}$/) }),
	run: ({ answers }, { firstSteps }, { userId, now }) =>
		update(...renderStep(firstSteps, answers, { owner: userId, now })),
});

export const start = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'start',
		description: 'Six taps to find out where to begin: sleep, stress or food',
		...EVERYWHERE,
	},
	input: z.object({}),
	routes: [next],
	run: (_input, { firstSteps }, { userId, now }) =>
		privately(...renderStep(firstSteps, '', { owner: userId, now })),
});

interface Around {
	owner: string;
	now: number;
}

/** The next question, or where to begin when all are answered. */
function renderStep(steps: FirstSteps, answers: string, { owner, now }: Around): TopLevel[] {
	const question = steps.questions[answers.length];
	if (!question) return renderSuggestion(steps, answers, { owner, now });
	return [
		text(`**${question.text}**`),
		buttons(
			...question.options.map(({ label }, index) =>
				button(label, tap.write({ owner, now, answers: `${answers}${index}` })),
			),
		),
		smallPrint(
			`${answers.length + 1} of ${steps.questions.length}. Only you see this, and your answers are not kept.`,
		),
	];
}

function renderSuggestion(steps: FirstSteps, answers: string, { owner, now }: Around): TopLevel[] {
	const { topic, why } = suggestBeginning(steps, [...answers].map(Number));
	return [
		card(
			text(`## Begin with ${topicLabels[topic].toLowerCase()}`),
			text(why),
			smallPrint(
				'A daily nudge can help you keep at it: one small, kind idea a day, and you can stop any time.',
			),
		),
		buttons(
			button('Remind me daily', remindMe.write({ owner, now, topic }), ButtonStyle.Success),
			button('Once more', tap.write({ owner, now, answers: '' })),
		),
	];
}
