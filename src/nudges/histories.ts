import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import type { History, Mark } from './history.ts';
import { type LocalDay, localDayAt } from './local-day.ts';
import type { PostMarkStore } from './post-marks.ts';
import type { PostMarks } from './post-marks-codec.ts';
import type { Subscriptions } from './subscriptions.ts';
import { TOPICS, type Topic, topicLabels } from './topic.ts';

/** What came of a member's nudges on one topic, or of the posts of channels on it. */
export interface TopicHistory {
	readonly topic: Topic;
	/** `Sleep`, or `Sleep in channels`. */
	readonly label: string;
	readonly history: History;
}

/** All histories of a member: their own nudges first. */
export type Histories = (memberId: Snowflake) => Promise<readonly TopicHistory[]>;

export function createHistories(
	subscriptions: Pick<Subscriptions, 'read'>,
	marks: Pick<PostMarkStore, 'of'>,
	clock: Clock,
): Histories {
	return async (memberId) => {
		const record = await subscriptions.read(memberId);
		const today = localDayAt(Temporal.Instant.fromEpochMilliseconds(clock()), record?.zone ?? 'UTC');
		const answered = await marks.of(memberId, today);
		return [
			...TOPICS.flatMap((topic) => {
				const history = record?.topics.get(topic)?.history;
				return history === undefined ? [] : [{ topic, label: topicLabels[topic], history }];
			}),
			...TOPICS.flatMap((topic) => {
				const history = joined(answered.filter((each) => each.topic === topic));
				return history.size === 0 ? [] : [{ topic, label: `${topicLabels[topic]} in channels`, history }];
			}),
		];
	};
}

/** The channels' histories as one: done somewhere is done. */
function joined(all: readonly PostMarks[]): History {
	const history = new Map<LocalDay, Mark>();
	for (const [day, mark] of all.flatMap((each) => [...each.history]))
		if (history.get(day) !== 'done') history.set(day, mark);
	return history;
}
