import type { LocalDay } from './local-day.ts';
import type { MemberRecord } from './member-record.ts';
import { TOPICS, topicLabels } from './topic.ts';

/** Sunday, on which the week is looked back on. 1970-01-01, day 0, was a Thursday. */
export function isRoundDay(day: LocalDay): boolean {
	return (day + 4) % 7 === 0;
}

/** The seven days before `day` in a line, or `undefined` when nothing came in them. */
export function weekRecap({ topics }: Pick<MemberRecord, 'topics'>, day: LocalDay): string | undefined {
	const parts = TOPICS.flatMap((topic) => {
		const found = topics.get(topic);
		if (found === undefined) return [];
		const inWeek = (each: LocalDay) => each < day && each >= day - 7;
		const done = [...found.history].filter(([each, mark]) => inWeek(each) && mark === 'done').length;
		const came = new Set([...found.history.keys(), ...found.open].filter(inWeek)).size;
		return came === 0 ? [] : [`${topicLabels[topic].toLowerCase()} ${done} of ${came}`];
	});
	return parts.length === 0 ? undefined : `Your week, done: ${parts.join(', ')}.`;
}
