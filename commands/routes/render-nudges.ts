import type { App } from '../../src/app.ts';
import { listInWords } from '../../src/core/list-in-words.ts';
import { card, line, smallPrint, text } from '../../src/discord/components.ts';
import { type MessageReply, privately, type Reply } from '../../src/discord/reply.ts';
import { formatLocalDay } from '../../src/nudges/local-day.ts';
import { formatLocalTime } from '../../src/nudges/local-time.ts';
import type { NudgeStatus, TopicStatus } from '../../src/nudges/nudges.ts';
import { PROGRAMME_DAYS } from '../../src/nudges/programme.ts';
import { ENDS_AFTER_DAYS } from '../../src/nudges/record-end.ts';
import { type Topic, topicLabels } from '../../src/nudges/topic.ts';

type Mention = App['mention'];

export function renderChanged(status: NudgeStatus, mention: Mention): Reply {
	return privately(
		card(
			text(`## Changed\n${listTopics(status)}`),
			...renderTrouble(status, mention).map(text),
			line(),
			text(describeWays(status)),
			smallPrint(`${mention('nudges stop')} ends it at once and deletes what is kept for it.`),
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
	return privately(
		text(`Done. No more nudges about ${listed(topics ?? [])}. Still coming:\n${listTopics(left)}`),
	);
}

export function renderNothingOn(mention: Mention): MessageReply {
	return privately(
		text(
			`You get no nudges, and nothing is kept about you for them. ${mention('nudges start')} turns them on.`,
		),
	);
}

export function renderStatus(status: NudgeStatus, mention: Mention): Reply {
	return privately(
		card(
			text(`## Your nudges\n${listTopics(status)}`),
			...renderTrouble(status, mention).map(text),
			line(),
			text(describeWays(status)),
			smallPrint(
				`Time zone: ${status.timeZone}. Stored: your Discord id, our conversation’s id, what is above, for half a year what came of each nudge, and your agreement of <t:${seconds(status.consent.at)}:D>. ${mention('nudges stop')} deletes it.`,
			),
		),
	);
}

function describeWays({ quiet, exact, recap, putOff }: NudgeStatus): string {
	return [
		...(quiet ? [`Quiet from ${formatLocalTime(quiet.from)} to ${formatLocalTime(quiet.to)}.`] : []),
		exact ? 'They come at the very minute.' : 'They come at their time or up to ten minutes later.',
		...(recap ? ['Sunday’s nudge looks back on your week.'] : []),
		...putOff.map(({ topics, at }) => `Put off: ${listed(topics)}, until <t:${seconds(at)}:t>.`),
	].join('\n');
}

/** Why something does not come, and what brings it back. */
export function renderTrouble({ delivery, pausedUntil, topics }: NudgeStatus, mention: Mention): string[] {
	const resting = topics.filter(({ rhythm }) => rhythm !== 'daily');
	return [
		...(delivery.kind === 'waiting'
			? ['Discord refused my last message to you. I try again tomorrow; allowing messages from apps helps.']
			: []),
		...(delivery.kind === 'suspended'
			? [
					`Discord refused several messages in a row, so I stopped trying. Allow messages from apps, then use ${mention('nudges start')} again. What is stored stays for ${ENDS_AFTER_DAYS} days.`,
				]
			: []),
		...(pausedUntil === undefined
			? []
			: [`Paused until ${formatLocalDay(pausedUntil)}. ${mention('nudges resume')} ends the pause.`]),
		...resting.map(({ topic, rhythm }) => {
			const how = rhythm === 'resting' ? 'rests' : `comes ${rhythm}`;
			return `${topicLabels[topic]} ${how}, because the last ones stayed unanswered. ${mention('nudges resume')} brings the daily rhythm back.`;
		}),
	];
}

export function listTopics({ topics, timeZone }: NudgeStatus): string {
	return topics
		.map((topic) => {
			const next = topic.nextAt === undefined ? 'none to come' : `next <t:${seconds(topic.nextAt)}:f>`;
			const rhythm = topic.rhythm === 'resting' ? '' : ` ${topic.rhythm}`;
			const what = `**${topicLabels[topic.topic]}**${rhythm} at ${formatLocalTime(topic.time)}, ${timeZone}: ${next}`;
			return `- ${what}${lastOf(topic)}${programmeOf(topic)}`;
		})
		.join('\n');
}

const OUTCOMES = {
	done: 'done',
	'not-today': 'not that day',
	missed: 'not answered',
	unanswered: 'not answered yet',
} as const;

function lastOf({ last }: TopicStatus): string {
	return last === undefined ? '' : `. Last: ${formatLocalDay(last.day)}, ${OUTCOMES[last.outcome]}`;
}

function programmeOf({ programmeStep }: TopicStatus): string {
	return programmeStep === undefined
		? ''
		: `. Programme: ${programmeStep} of ${PROGRAMME_DAYS} days have come`;
}

export function listed(topics: readonly Topic[]): string {
	return listInWords(topics.map((topic) => topicLabels[topic].toLowerCase()));
}

export function seconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1_000);
}
