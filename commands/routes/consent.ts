import { ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../src/app.ts';
import { UserError } from '../../src/core/user-error.ts';
import type { Caller } from '../../src/discord/caller.ts';
import { button, buttons, card, line, smallPrint, text } from '../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../src/discord/define-route.ts';
import { renderFirstNudge } from '../../src/discord/nudge-message.ts';
import { privately, type Reply, type TopLevel, update } from '../../src/discord/reply.ts';
import { epochDay, localDay } from '../../src/nudges/local-day.ts';
import { formatLocalTime, localTime } from '../../src/nudges/local-time.ts';
import type { NudgePlan, NudgeStatus } from '../../src/nudges/nudges.ts';
import { pickNudge } from '../../src/nudges/pick-nudge.ts';
import { decodeTopics, encodeTopics } from '../../src/nudges/record-codec.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { topicLabels } from '../../src/nudges/topic.ts';
import { listTopics, renderChanged } from './render-nudges.ts';

/** Raised whenever what a member agrees to changes. */
export const CONSENT_VERSION = 3;
/** Who wants to agree later than this should read again to what. */
const GOOD_FOR = 60 * 60_000;

/** Carries the plan that was shown, so that exactly it is agreed to. */
const agree = defineCustomId('agree', ['topics', 'zone', 'flags']);

/** What was typed to the command, or into the form. */
export interface Wish {
	topics: string;
	time?: string | undefined;
	timezone?: string | undefined;
	exact?: boolean | undefined;
	programme?: boolean | undefined;
}

/** Changes what is on; who has not agreed yet, or whom Discord's refusals have cut off, is asked first. */
export async function startNudges(
	{ topics, time, timezone, exact, programme }: Wish,
	{ nudges: feature, mention }: Pick<App, 'nudges' | 'mention'>,
	{ userId, now }: Caller,
): Promise<Reply> {
	const plan = await feature.plan({ memberId: userId, topics, time, timeZone: timezone, exact, programme });
	const before = await feature.status(userId);
	const agreed = before?.delivery.kind === 'active' && before.consent.version === CONSENT_VERSION;
	const changed = agreed ? await feature.adjust(plan) : undefined;
	return changed === undefined
		? privately(...renderConsent(plan, mention, now))
		: renderChanged(changed, mention);
}

function renderConsent(plan: NudgePlan, mention: App['mention'], now: number): TopLevel[] {
	const times = plan.topics.map(
		({ topic, time }) =>
			`- **${topicLabels[topic]}**, daily at ${formatLocalTime(time)}${plan.exact ? '' : ' or up to ten minutes later'}`,
	);
	const each = plan.topics.length === 1 ? '' : ' for each';
	const what = plan.programme
		? `a two-week programme${each}, one step a day, then one small idea a day`
		: `one small idea a day${each}`;
	return [
		card(
			text(
				`## Before it starts\nYou would get ${what}, in our direct messages:\n${times.join('\n')}\nby the clock of ${plan.timeZone}.`,
			),
			line(),
			text(
				[
					'**What is stored:** your Discord id, topics and times, time zone, what else you set (a pause, quiet hours), our conversation’s id, that and when you agreed, whether Discord refused a message, and for half a year what came of each nudge: done, not today or unanswered. Nothing about your health.',
					`**How to stop:** the Stop button under every nudge, or ${mention('nudges stop')}. It works at once, and stopping the last topic deletes what is stored for nudges. ${mention('privacy view')} shows it any time.`,
					'**For adults:** nudges are for people who are 18 or over. By pressing Start you say that you are.',
				].join('\n'),
			),
			smallPrint(
				'Coaching only: ideas about sleep, stress and food, never medical advice. A first one comes right away as a test.',
			),
		),
		buttons(
			button(
				'Start',
				agree.write({
					owner: plan.memberId,
					now,
					topics: writeTopics(plan),
					zone: plan.timeZone,
					flags: flagsOf(plan),
				}),
				ButtonStyle.Success,
			),
		),
	];
}

function writeTopics({ topics }: NudgePlan): string {
	return topics.map(({ topic, time }) => `${encodeTopics([topic])}${time}`).join('');
}

function flagsOf({ exact, programme }: NudgePlan): string {
	return `${exact ? 'x' : ''}${programme ? 'p' : ''}`;
}

const writtenTopics = z
	.string()
	.regex(/^([std]\d{1,4}){1,3}$/)
	.transform((written) =>
		[...written.matchAll(/([std])(\d+)/g)].flatMap(([, letter = '', minutes]) =>
			decodeTopics(letter).map((topic) => ({ topic, time: localTime.parse(Number(minutes)) })),
		),
	);

export const agreeToNudges = defineRoute({
	id: agree,
	answers: 'update',
	goodFor: GOOD_FOR,
	input: z.object({ topics: writtenTopics, zone: timeZone, flags: z.string().regex(/^x?p?$/) }),
	async run(
		{ topics, zone, flags },
		{ nudges: feature, nudgeContent, directMessages, mention },
		{ userId, now },
	) {
		const plan: NudgePlan = {
			memberId: userId,
			timeZone: zone,
			topics,
			exact: flags.includes('x'),
			programme: flags.includes('p'),
		};
		const [first] = topics;
		if (first === undefined) throw new RangeError('A plan without topics was agreed to');
		// The nudge of a day that is over does not return for weeks.
		const yesterday = localDay.parse(epochDay(now) - 1);
		const sample = pickNudge(nudgeContent.catalogue[first.topic], userId, first.topic, yesterday);
		const greeting = await directMessages.greet(
			userId,
			renderFirstNudge(
				sample,
				topics.map((each) => each.topic),
				userId,
				now,
			),
		);
		if (greeting.kind !== 'sent') throw new UserError(greeting.kind === 'busy' ? BUSY : CLOSED);
		const consent = { version: CONSENT_VERSION, at: now };
		const status = await feature.start(plan, { channelId: greeting.channelId, consent });
		return update(...renderStarted(status, mention));
	},
});

const CLOSED =
	'Discord does not let me write to you, so nothing was turned on. Open your privacy settings for a server we share (server name › Privacy Settings › Direct Messages), allow messages from apps, then press Start again.';

const BUSY =
	'Discord lets me open no conversation at this moment, so nothing was turned on. Please press Start again in ten minutes.';

function renderStarted(status: NudgeStatus, mention: App['mention']): TopLevel[] {
	return [
		card(
			text(`## You are in\n${listTopics(status)}`),
			line(),
			text(
				`A first one is in our direct messages now, so that you know how it looks. ${mention('nudges pause')}, ${mention('nudges time')} and ${mention('nudges stop')} change it whenever you like, and ${mention('progress')} shows how it goes.`,
			),
		),
	];
}
