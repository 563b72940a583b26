import { z } from 'zod';
import type { App } from '../../src/app.ts';
import { UserError } from '../../src/core/user-error.ts';
import { button, buttons, text } from '../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../src/discord/define-route.ts';
import { markAnswered } from '../../src/discord/mark-answered.ts';
import {
	keepNudges,
	nextProgramme,
	nudgeDone,
	nudgeLater,
	nudgeSkipped,
	stopNudges,
} from '../../src/discord/nudge-message.ts';
import { buttonRows } from '../../src/discord/read-shown.ts';
import { privately, update, updateButtons } from '../../src/discord/reply.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { parseTopics } from '../../src/nudges/parse-topics.ts';
import { topic, topicLabels } from '../../src/nudges/topic.ts';
import { startNudges } from './consent.ts';
import { postRoutes } from './post-buttons.ts';
import { listTopics, renderStopped, seconds } from './render-nudges.ts';

const day = z.coerce.number().pipe(localDay);
const topics = z.string().transform(parseTopics);

const delayNudge = defineCustomId('nudge.delay', ['day', 'topics', 'delay']);

const DELAYS = { '1h': 'In 1 hour', '3h': 'In 3 hours', evening: 'This evening' } as const;

function answerWith(id: typeof nudgeDone, mark: 'done' | 'not-today', label: string) {
	return defineRoute({
		id,
		answers: 'update',
		input: z.object({ day, topic, rows: buttonRows }),
		async run({ day: on, topic: about, rows }, { nudgeAnswers, mention }, { userId }) {
			const answered = await nudgeAnswers.answer(userId, { day: on, topics: [about], mark });
			if (answered === 'stopped') throw new UserError(stoppedWords(mention));
			return updateButtons(...markAnswered(rows, about, answered === 'noted' ? label : 'Noted before'));
		},
	});
}

function stoppedWords(mention: App['mention']): string {
	return `You stopped these nudges, so there is nothing to count this for. ${mention('nudges start')} brings them back.`;
}

const later = defineRoute({
	id: nudgeLater,
	answers: 'message',
	input: z.object({ day: z.string(), topics: z.string() }),
	run: ({ day: on, topics: about }, _app, { userId: owner, now }) =>
		privately(
			text('When shall it come again? Your daily time stays as it is.'),
			buttons(
				...Object.entries(DELAYS).map(([delay, label]) =>
					button(label, delayNudge.write({ owner, now, day: on, topics: about, delay })),
				),
			),
		),
});

const delay = defineRoute({
	id: delayNudge,
	answers: 'update',
	input: z.object({ day, topics, delay: z.enum(['1h', '3h', 'evening']) }),
	async run({ day: on, topics: about, delay: by }, { nudgeAnswers, mention }, { userId }) {
		const at = await nudgeAnswers.putOff(userId, { day: on, topics: about }, by);
		if (at === 'stopped') throw new UserError(stoppedWords(mention));
		if (at === 'already') return update(text('You answered this one already, so it does not come again.'));
		return update(text(`It comes again at <t:${seconds(at)}:t>. Your daily time stays as it is.`));
	},
});

const stop = defineRoute({
	id: stopNudges,
	answers: 'message',
	input: z.object({ topics }),
	async run({ topics: about }, { nudges, mention }, { userId }) {
		return renderStopped(await nudges.stop(userId, about), about, mention);
	},
});

const keep = defineRoute({
	id: keepNudges,
	answers: 'message',
	input: z.object({}),
	async run(_input, { nudgeAnswers, mention }, { userId }) {
		const status = await nudgeAnswers.keep(userId);
		if (status === undefined) throw new UserError(stoppedWords(mention));
		return privately(text(`Good to have you back. Daily again:\n${listTopics(status)}`));
	},
});

const programme = defineRoute({
	id: nextProgramme,
	answers: 'message',
	input: z.object({ topic }),
	async run({ topic: about }, app, caller) {
		const reply = await startNudges({ topics: about, programme: true }, app, caller);
		if (reply.kind !== 'message') return reply;
		const { title, about: words } = app.nudgeContent.programmes[about];
		return {
			...reply,
			components: [
				text(`**${title}** for ${topicLabels[about].toLowerCase()}. ${words}`),
				...reply.components,
			],
		};
	},
});

/** What the buttons under a nudge do, and those under a channel's post. */
export const nudgeRoutes = [
	answerWith(nudgeDone, 'done', 'Done ✓'),
	answerWith(nudgeSkipped, 'not-today', 'Not today, noted'),
	later,
	delay,
	stop,
	keep,
	programme,
	...postRoutes,
];
