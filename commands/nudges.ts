import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../src/app.ts';
import { UserError } from '../src/core/user-error.ts';
import { booleanOption, stringOption, subcommand } from '../src/discord/command-options.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import type { Choice, Reply } from '../src/discord/reply.ts';
import type { NudgeStatus } from '../src/nudges/nudges.ts';
import { parseTopics } from '../src/nudges/parse-topics.ts';
import { UNTIL_SUGGESTIONS } from '../src/nudges/parse-until.ts';
import { TOPICS, topic, topicLabels } from '../src/nudges/topic.ts';
import { startInZone, startOrAskWhere } from './routes/choose-zone.ts';
import { agreeToNudges, startNudges } from './routes/consent.ts';
import { nudgeRoutes } from './routes/nudge-buttons.ts';
import { renderChanged, renderNothingOn, renderStatus, renderStopped } from './routes/render-nudges.ts';
import { suggestTimeZones } from './routes/suggest-time-zones.ts';

const MIXES = ['sleep', 'stress', 'diet', 'sleep, stress', 'sleep, diet', 'stress, diet', 'all'];

const input = z.discriminatedUnion('subcommand', [
	z.object({
		subcommand: z.literal('start'),
		topics: z.string(),
		time: z.string().optional(),
		timezone: z.string().optional(),
		exact: z.boolean().optional(),
		programme: z.boolean().optional(),
	}),
	z.object({ subcommand: z.literal('stop'), topics: z.string().optional() }),
	z.object({ subcommand: z.literal('status') }),
	z.object({
		subcommand: z.literal('time'),
		topics: z.string().optional(),
		time: z.string().optional(),
		timezone: z.string().optional(),
		exact: z.boolean().optional(),
	}),
	z.object({ subcommand: z.literal('pause'), until: z.string() }),
	z.object({ subcommand: z.literal('resume') }),
	z.object({ subcommand: z.literal('quiet'), from: z.string().optional(), to: z.string().optional() }),
	z.object({ subcommand: z.literal('recap'), on: z.boolean() }),
	z.object({ subcommand: z.literal('programme'), topic, leave: z.boolean().optional() }),
]);

type Asked = z.infer<typeof input>;

export const nudges = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'nudges',
		description: 'A kind daily reminder about sleep, stress or diet, only if you ask for it',
		...EVERYWHERE,
		options: [
			subcommand('start', 'Opt in, or change topics, time and time zone (for adults, 18 or over)', [
				stringOption('topics', 'What about? One or more of sleep, stress, diet', {
					required: true,
					suggests: true,
				}),
				stringOption('time', 'When, on your own clock? For instance 9pm or 21:30'),
				stringOption('timezone', 'Where are you? Type a city or country', { suggests: true }),
				booleanOption('exact', 'At the very minute, rather than within ten'),
				booleanOption('programme', 'Begin with two weeks of steps that build on each other'),
			]),
			subcommand('stop', 'No more nudges, at once', [
				stringOption('topics', 'Only these; everything when left out', { suggests: true }),
			]),
			subcommand('status', 'What you get, when, what came of it, and what is stored'),
			subcommand('time', 'Change when they come', [
				stringOption('time', 'When, on your own clock? For instance 9pm or 21:30'),
				stringOption('topics', 'Only these; all that are on when left out', { suggests: true }),
				stringOption('timezone', 'Where are you now? Type a city or country', { suggests: true }),
				booleanOption('exact', 'At the very minute, rather than within ten'),
			]),
			subcommand('pause', 'Nothing comes for a while, and nothing counts as missed', [
				stringOption('until', 'For instance 3 days, friday or 2026-12-24', {
					required: true,
					suggests: true,
				}),
			]),
			subcommand('resume', 'End a pause, and come daily again'),
			subcommand('quiet', 'Hours in which nothing may come; without times, none', [
				stringOption('from', 'For instance 22:00'),
				stringOption('to', 'For instance 7am'),
			]),
			subcommand('recap', 'Whether Sunday’s nudge looks back on your week', [
				booleanOption('on', 'On or off', true),
			]),
			subcommand('programme', 'Two weeks of steps on one topic, or leave them', [
				{
					type: ApplicationCommandOptionType.String,
					name: 'topic',
					description: 'Which one?',
					required: true,
					choices: TOPICS.map((value) => ({ name: topicLabels[value], value })),
				},
				booleanOption('leave', 'Leave the programme; daily nudges go on'),
			]),
		],
	},
	input,
	autocomplete: {
		topics: (typed) => containing(typed, MIXES),
		until: (typed) => containing(typed, UNTIL_SUGGESTIONS),
		timezone: suggestTimeZones,
	},
	routes: [...nudgeRoutes, agreeToNudges, startInZone],
	async run(asked, app, caller) {
		const { nudges: feature, mention } = app;
		const { userId } = caller;
		switch (asked.subcommand) {
			case 'start':
				return startOrAskWhere(asked, app, caller);
			case 'stop': {
				const topics = asked.topics === undefined ? undefined : parseTopics(asked.topics);
				return renderStopped(await feature.stop(userId, topics), topics, mention);
			}
			case 'status': {
				const status = await feature.status(userId);
				if (status === undefined) return renderNothingOn(mention);
				// The answer tells what a notice after it would.
				if (status.delivery.kind !== 'active') await app.refusals.next(userId);
				return renderStatus(status, mention);
			}
			case 'programme':
				if (!asked.leave) return startNudges({ topics: asked.topic, programme: true }, app, caller);
		}
		return renderChange(await change(asked, app, userId), mention);
	},
});

/** Changes something about nudges that are on; `undefined` when none are. */
async function change(
	asked: Exclude<Asked, { subcommand: 'start' | 'stop' | 'status' }>,
	{ nudges: feature }: App,
	memberId: string,
): Promise<NudgeStatus | undefined> {
	switch (asked.subcommand) {
		case 'time':
			return changeTime(asked, feature, memberId);
		case 'pause':
			return feature.pause(memberId, asked.until);
		case 'resume':
			return feature.resume(memberId);
		case 'quiet': {
			const { from, to } = asked;
			if ((from === undefined) !== (to === undefined))
				throw new UserError('Quiet hours need both a beginning and an end, such as 22:00 and 07:00.');
			return feature.keepQuiet(memberId, from === undefined || to === undefined ? undefined : { from, to });
		}
		case 'recap':
			return feature.setRecap(memberId, asked.on);
		case 'programme':
			return feature.leaveProgramme(memberId, asked.topic);
	}
}

async function changeTime(
	{ topics, time, timezone, exact }: Extract<Asked, { subcommand: 'time' }>,
	feature: App['nudges'],
	memberId: string,
): Promise<NudgeStatus | undefined> {
	const status = await feature.status(memberId);
	if (status === undefined) return undefined;
	if (time === undefined && timezone === undefined && exact === undefined)
		throw new UserError('What shall change? Please give a time, a time zone, or whether it should be exact.');
	const on = status.topics.map((each) => each.topic);
	const meant = topics === undefined ? on : parseTopics(topics);
	const missing = meant.find((each) => !on.includes(each));
	if (missing !== undefined)
		throw new UserError(
			`You get no nudges about ${topicLabels[missing].toLowerCase()}, so there is none to move.`,
		);
	return feature.adjust(
		await feature.plan({ memberId, topics: meant.join(','), time, timeZone: timezone, exact }),
	);
}

function renderChange(status: NudgeStatus | undefined, mention: App['mention']): Reply {
	return status === undefined ? renderNothingOn(mention) : renderChanged(status, mention);
}

/** Those among a few values that have what was typed in them. */
function containing(typed: string, values: readonly string[]): Choice[] {
	const wanted = typed.trim().toLowerCase();
	return values.filter((value) => value.includes(wanted)).map((value) => ({ name: value, value }));
}
