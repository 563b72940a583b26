import { ApplicationCommandType } from 'discord-api-types/v10';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { App } from '../src/app.ts';
import type { Caller } from '../src/discord/caller.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineRoute } from '../src/discord/define-route.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import type { MessageReply } from '../src/discord/reply.ts';
import { joinHabits } from '../src/habits/habit.ts';
import { progressOf } from '../src/habits/progress.ts';
import { countedHistory, stillOpen } from '../src/nudges/history.ts';
import { localDayAt } from '../src/nudges/local-day.ts';
import type { NudgeStatus } from '../src/nudges/nudges.ts';
import { topicLabels } from '../src/nudges/topic.ts';
import { renderNothingOn } from './routes/render-nudges.ts';
import { recapSwitch, renderProgress } from './routes/render-progress.ts';

const switchRecap = defineRoute({
	id: recapSwitch,
	answers: 'update',
	input: z.object({ on: z.enum(['on', 'off']) }),
	async run({ on }, app, caller) {
		const { components, files } = await show(
			await app.nudges.setRecap(caller.userId, on === 'on'),
			app,
			caller,
		);
		return { kind: 'update', components, ...(files && { files }) };
	},
});

export const progress = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'progress',
		description: 'How your habits go: their strength, days done and a calendar, for you alone',
		...EVERYWHERE,
	},
	input: z.object({}),
	routes: [switchRecap],
	run: async (_input, app, caller) => show(await app.nudges.status(caller.userId), app, caller),
});

async function show(
	status: NudgeStatus | undefined,
	{ postAnswers, drawProgress, mention }: Pick<App, 'postAnswers' | 'drawProgress' | 'mention'>,
	{ userId: owner, now }: Caller,
): Promise<MessageReply> {
	const inChannels = await postAnswers.histories(owner);
	if (status === undefined && inChannels.length === 0) return renderNothingOn(mention);
	const today = localDayAt(Temporal.Instant.fromEpochMilliseconds(now), status?.timeZone ?? 'UTC');
	const own = (status?.topics ?? []).map((topic) => ({
		topic: topic.topic,
		label: topicLabels[topic.topic],
		history: countedHistory(topic, today),
		open: stillOpen(topic, today),
	}));
	const habits = joinHabits([...own, ...inChannels]).map((habit) => progressOf(habit, today));
	const begun = habits.filter(({ all }) => all.came > 0);
	const picture = begun.length === 0 ? undefined : await drawProgress(begun, today);
	return renderProgress({ habits, status, picture }, { owner, now, mention });
}
