import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../src/app.ts';
import { UserError } from '../src/core/user-error.ts';
import type { Caller } from '../src/discord/caller.ts';
import { card, line, smallPrint, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineRoute } from '../src/discord/define-route.ts';
import { stopNudges } from '../src/discord/nudge-message.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { privately, type Reply } from '../src/discord/reply.ts';
import { formatLocalTime } from '../src/nudges/local-time.ts';
import type { NudgeStatus } from '../src/nudges/nudges.ts';
import { parseTopics } from '../src/nudges/parse-topics.ts';
import { type Topic, topicLabels } from '../src/nudges/topic.ts';

/** Raised whenever what a member agrees to changes. */
const CONSENT_VERSION = 1;

const GREETING =
	'Hello from Gutsy. You asked for a small daily nudge, and this is where it will come. To end it at any time, type /nudges stop here.';

const MIXES = ['sleep', 'stress', 'diet', 'sleep, stress', 'sleep, diet', 'stress, diet', 'all'];

type Mention = (command: string) => string;

const stop = defineRoute({
	id: stopNudges,
	answers: 'message',
	input: z.object({ topics: z.string().transform(parseTopics) }),
	async run({ topics }, { nudges, mention }, { userId }) {
		return renderStopped(await nudges.stop(userId, topics), topics, mention);
	},
});

const input = z.discriminatedUnion('subcommand', [
	z.object({
		subcommand: z.literal('start'),
		topics: z.string(),
		time: z.string().optional(),
		timezone: z.string().optional(),
	}),
	z.object({ subcommand: z.literal('stop'), topics: z.string().optional() }),
	z.object({ subcommand: z.literal('status') }),
]);

export const nudges = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'nudges',
		description: 'A kind daily reminder about sleep, stress or diet, only if you ask for it',
		...EVERYWHERE,
		options: [
			{
				type: ApplicationCommandOptionType.Subcommand,
				name: 'start',
				description: 'Opt in, or change topics, time and time zone (for adults, 18 or over)',
				options: [
					stringOption('topics', 'What about? One or more of sleep, stress, diet', {
						required: true,
						suggests: true,
					}),
					stringOption('time', 'When, on your own clock? For instance 9pm or 21:30', {}),
					stringOption('timezone', 'Where are you? Type a city or country', { suggests: true }),
				],
			},
			{
				type: ApplicationCommandOptionType.Subcommand,
				name: 'stop',
				description: 'No more nudges, at once',
				options: [stringOption('topics', 'Only these; everything when left out', { suggests: true })],
			},
			{
				type: ApplicationCommandOptionType.Subcommand,
				name: 'status',
				description: 'What you get, when, and what is stored',
			},
		],
	},
	input,
	autocomplete: {
		topics: (typed) => MIXES.filter((mix) => mix.includes(typed.trim().toLowerCase())).map(suggestion),
		timezone: (typed, { nudges: feature }) =>
			feature.findTimeZones(typed).map(({ label, zone }) => ({ name: label, value: zone })),
	},
	routes: [stop],
	async run(asked, app, caller) {
		const { nudges: feature, mention } = app;
		const { userId } = caller;
		switch (asked.subcommand) {
			case 'start':
				return startNudges(asked, app, caller);
			case 'stop': {
				const topics = asked.topics === undefined ? undefined : parseTopics(asked.topics);
				return renderStopped(await feature.stop(userId, topics), topics, mention);
			}
			case 'status':
				return renderStatus(await feature.status(userId), mention);
		}
	},
});

interface Wish {
	topics: string;
	time?: string | undefined;
	timezone?: string | undefined;
}

/** Opts in, or changes what is on: from the command, and from the form that an answer's button opens. */
export async function startNudges(
	{ topics, time, timezone }: Wish,
	{ nudges: feature, directMessages, mention }: App,
	{ userId, now }: Caller,
): Promise<Reply> {
	const plan = await feature.plan({ memberId: userId, topics, time, timeZone: timezone });
	const before = await feature.status(userId);
	// Greeted once; again only where Discord has refused messages since, to see whether it still does.
	const known = before?.delivery.kind === 'active';
	const greeting = await directMessages.greet(userId, known ? undefined : GREETING);
	if (greeting.kind !== 'sent') throw new UserError(greeting.kind === 'busy' ? BUSY : CLOSED);
	const consent = { version: CONSENT_VERSION, at: now };
	const status = await feature.start(plan, { channelId: greeting.channelId, consent });
	return known ? renderChanged(status, mention) : renderStarted(status, mention);
}

const CLOSED =
	'Discord does not let me write to you, so nothing was turned on. Open your privacy settings for a server we share (server name › Privacy Settings › Direct Messages), allow messages from apps, then try again.';

const BUSY =
	'Discord lets me open no conversation at this moment, so nothing was turned on. Please try again in ten minutes.';

export function renderChanged(status: NudgeStatus, mention: Mention): Reply {
	return privately(
		card(
			text(`## Changed\n${listTopics(status)}`),
			smallPrint(`${mention('nudges stop')} ends it at once and deletes what is kept for it.`),
		),
	);
}

export function renderStarted(status: NudgeStatus, mention: Mention): Reply {
	return privately(
		card(
			text(`## You are in\n${listTopics(status)}`),
			line(),
			text(
				`Each comes to our direct messages, where I just said hello. ${mention('nudges stop')} ends it at once, and so does the button under each nudge.`,
			),
			smallPrint(
				`By asking for this you agree that I store: your Discord id, these topics and times, your time zone, the day each nudge last came, and that you agreed today. Nudges are for adults; if you are under 18, please use ${mention('nudges stop')}.`,
			),
		),
	);
}

export function renderStopped(
	left: NudgeStatus | undefined,
	topics: readonly Topic[] | undefined,
	mention: Mention,
): Reply {
	if (left === undefined)
		return privately(
			text(
				`Done. No more nudges will come, and what was kept about you for them is deleted. ${mention('nudges start')} brings them back.`,
			),
		);
	const named = (topics ?? []).map((topic) => topicLabels[topic].toLowerCase()).join(' and ');
	return privately(text(`Done. No more nudges about ${named}. Still coming:\n${listTopics(left)}`));
}

export function renderStatus(status: NudgeStatus | undefined, mention: Mention): Reply {
	if (status === undefined)
		return privately(
			text(
				`You get no nudges, and nothing is kept about you for them. ${mention('nudges start')} turns them on.`,
			),
		);
	const trouble = {
		active: [],
		waiting: [
			text(
				'Discord refused my last message to you. I try again tomorrow; allowing messages from apps helps.',
			),
		],
		suspended: [
			text(
				`Discord refused several messages in a row, so I stopped trying. Allow messages from apps, then use ${mention('nudges start')} again.`,
			),
		],
	}[status.delivery.kind];
	return privately(
		card(
			text(`## Your nudges\n${listTopics(status)}`),
			...trouble,
			smallPrint(
				`Time zone: ${status.timeZone}. Stored: your Discord id, these topics and times, the day each last came, and your agreement of <t:${seconds(status.consent.at)}:D>. ${mention('nudges stop')} deletes it.`,
			),
		),
	);
}

function listTopics({ topics, timeZone }: NudgeStatus): string {
	return topics
		.map(({ topic, time, nextAt }) => {
			const next = nextAt === undefined ? 'suspended' : `next <t:${seconds(nextAt)}:f>`;
			return `- **${topicLabels[topic]}** daily at ${formatLocalTime(time)}, ${timeZone}: ${next}`;
		})
		.join('\n');
}

function seconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1_000);
}

function suggestion(value: string) {
	return { name: value, value };
}

function stringOption(name: string, description: string, { required = false, suggests = false }) {
	return {
		type: ApplicationCommandOptionType.String as const,
		name,
		description,
		required,
		autocomplete: suggests,
		max_length: 100,
	};
}
