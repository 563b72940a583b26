import { z } from 'zod';
import { remindMe } from '../../src/discord/answer-card.ts';
import { defineCustomId, defineRoute } from '../../src/discord/define-route.ts';
import { modal } from '../../src/discord/modal.ts';
import { formatLocalTime } from '../../src/nudges/local-time.ts';
import { defaultTimes, topic, topicLabels } from '../../src/nudges/topic.ts';
import { startOrAskWhere } from './choose-zone.ts';

const wishForm = defineCustomId('nudges.wish', ['topic']);

/** Asks when and where, which the command would take as options. */
export const remind = defineRoute({
	id: remindMe,
	answers: 'modal',
	input: z.object({ topic }),
	run: ({ topic: about }, _app, { userId, now }) =>
		modal(`A daily nudge: ${topicLabels[about]}`, wishForm.write({ owner: userId, now, topic: about }), [
			{
				name: 'time',
				label: 'When, on your own clock?',
				description: 'For instance 9pm or 21:30',
				value: formatLocalTime(defaultTimes[about]),
				longest: 20,
				lines: 'one',
			},
			{
				name: 'timezone',
				label: 'Where are you?',
				description: 'A city or country, so that it comes at your own time. Not needed if I know it already.',
				longest: 60,
				lines: 'one',
				required: false,
			},
		]),
});

/** Starts from the form as the command would. */
export const startFromForm = defineRoute({
	id: wishForm,
	answers: 'message',
	input: z.object({ topic, time: z.string(), timezone: z.string() }),
	run: ({ topic: about, time, timezone }, app, caller) =>
		startOrAskWhere({ topics: about, time: time || undefined, timezone: timezone || undefined }, app, caller),
});
