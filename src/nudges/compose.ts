import type { MessageNudge, NudgeMessage } from './delivery.ts';
import type { Delivery, Due } from './delivery-ledger.ts';
import { REST_AFTER, WEEKLY_FROM } from './ease-off.ts';
import { expectationOn } from './expectations.ts';
import { formatLocalDay, type LocalDay, laterDay } from './local-day.ts';
import { isPost, type MemberRecord } from './member-record.ts';
import { nonceOf } from './nonce.ts';
import type { NudgeContent } from './nudge-content.ts';
import { pickNudge } from './pick-nudge.ts';
import { PROGRAMME_DAYS, wordsAt } from './programme.ts';
import type { Topic } from './topic.ts';
import { isRoundDay, weekRecap } from './week-recap.ts';

/** Writes the message of a delivery, the same on every try. */
export function composeNudge(content: NudgeContent, delivery: Delivery, due: Due): NudgeMessage {
	const { memberId } = delivery;
	const { record, day, topics } = due;
	const putOff = delivery.kind === 'later';
	const unanswered = (topic: Topic) => record.topics.get(topic)?.open.length ?? 0;
	const resting = putOff ? [] : topics.filter((topic) => unanswered(topic) >= REST_AFTER);
	const awake = topics.filter((topic) => !resting.includes(topic));
	const previous = [...record.topics.values()].map(({ lastDay }) => lastDay).reduce(laterDay, undefined);
	return {
		channelId: record.channelId,
		memberId,
		nonce: nonceOf(memberId, due.nonceTopics, formatLocalDay(day), putOff ? delivery.epochMinute : undefined),
		day,
		nudges: awake.map((topic) => nudgeOf(content, record, memberId, topic, day, putOff)),
		resting,
		asksToKeep: !putOff && awake.some((topic) => unanswered(topic) >= WEEKLY_FROM),
		expectation:
			// A channel's members have not all been there for as long as its posts.
			putOff || record.since === undefined || isPost({ memberId, channelId: record.channelId })
				? undefined
				: expectationOn(content.expectations, record.since, previous, day),
		recap:
			!putOff && record.recap && isRoundDay(day) && previous !== day ? weekRecap(record, day) : undefined,
		roleId: record.roleId,
	};
}

function nudgeOf(
	{ catalogue, programmes }: NudgeContent,
	record: MemberRecord,
	memberId: string,
	topic: Topic,
	day: LocalDay,
	putOff: boolean,
): MessageNudge {
	const step = record.topics.get(topic)?.step;
	// One that was put off had its day counted when it first came.
	const place = step !== undefined && putOff ? step - 1 : step;
	const programme = programmes[topic];
	const nudge = place === undefined ? undefined : programme.days[place];
	if (place === undefined || nudge === undefined)
		return { topic, ...pickNudge(catalogue[topic], memberId, topic, day), programme: undefined };
	const { title } = programme;
	return {
		topic,
		...nudge,
		programme: { title, day: place + 1, days: PROGRAMME_DAYS, words: wordsAt(programme, place) },
	};
}
