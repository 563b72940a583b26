import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import type { History } from './history.ts';
import { epochDay, localDayAt } from './local-day.ts';
import { ANSWERABLE_DAYS } from './nudge-answers.ts';
import type { PostMark, PostMarkStore } from './post-marks.ts';
import type { Subscriptions } from './subscriptions.ts';
import { type Topic, topicLabels } from './topic.ts';

/** Days over which an answer looks back. */
export const WEEK_DAYS = 7;

/** What members answer to the posts of channels, each for themselves. */
export interface PostAnswers {
	/** Counts for the date of the post. The first answer stands. `stopped` where no such post is on any more. */
	answer(memberId: Snowflake, answer: PostMark): Promise<PostAnswered | 'stopped'>;
	/** What the member answered, a history for each channel and topic, to be joined with that of their own nudges. */
	histories(memberId: Snowflake): Promise<readonly PostHistory[]>;
}

export interface PostAnswered {
	readonly isNew: boolean;
	/** How many of the last seven days' posts on this topic here the member has done. */
	readonly doneOfWeek: number;
}

export interface PostHistory {
	readonly topic: Topic;
	/** In words for the member. */
	readonly label: string;
	readonly history: History;
}

export function createPostAnswers(
	subscriptions: Pick<Subscriptions, 'read'>,
	marks: Pick<PostMarkStore, 'add' | 'of'>,
	clock: Clock,
): PostAnswers {
	return {
		async answer(memberId, answer) {
			const { channelId, topic, day } = answer;
			const record = await subscriptions.read(channelId);
			if (!record?.topics.has(topic)) return 'stopped';
			const today = localDayAt(Temporal.Instant.fromEpochMilliseconds(clock()), record.zone);
			if (day < today - ANSWERABLE_DAYS)
				throw new UserError(`That post is more than ${ANSWERABLE_DAYS} days old, so it no longer counts.`);
			// A channel that moved westwards has had posts of a date that has not come there yet.
			if (day > today + 1) throw new UserError('That post is for a day that has not come yet.');
			const { isNew, history } = await marks.add(memberId, answer, today);
			const done = [...history].filter(([on, mark]) => on > today - WEEK_DAYS && mark === 'done');
			return { isNew, doneOfWeek: done.length };
		},
		async histories(memberId) {
			const own = await marks.of(memberId, epochDay(clock()));
			return own.map(({ topic, history }) => ({ topic, label: topicLabels[topic], history }));
		},
	};
}
