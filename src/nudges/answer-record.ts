import { missedBefore, withoutTopics } from './change-record.ts';
import { type Mark, withMarks } from './history.ts';
import type { LocalDay } from './local-day.ts';
import type { Later, MemberRecord, TopicRecord } from './member-record.ts';
import { TOPICS, type Topic } from './topic.ts';

/** What a member says to the nudges of one local date. */
export interface NudgeAnswer {
	readonly day: LocalDay;
	readonly topics: readonly Topic[];
	readonly mark: Exclude<Mark, 'missed'>;
}

/**
 * Notes an answer. It ends the row of unanswered nudges before it, and calls off what was put off. The first answer to a
 * date stands: `undefined` when there is nothing left to note.
 */
export function answerRecord(
	old: MemberRecord,
	{ day, topics, mark }: NudgeAnswer,
): MemberRecord | undefined {
	const answered = topics.filter((topic) => {
		const each = old.topics.get(topic);
		return each !== undefined && isUnanswered(each, day);
	});
	if (answered.length === 0) return undefined;
	const next = new Map(old.topics);
	for (const topic of answered) {
		const each = old.topics.get(topic);
		if (each === undefined) continue;
		const before = missedBefore(each, day);
		next.set(topic, {
			...before,
			open: before.open.filter((other) => other !== day),
			history: withMarks(before.history, [day], mark),
		});
	}
	return { ...old, topics: next, laters: callOff(old.laters, day, answered) };
}

/** Puts the unanswered nudges of a date off until an epoch minute; `undefined` when none is left to put off. */
export function laterRecord(
	old: MemberRecord,
	day: LocalDay,
	topics: readonly Topic[],
	epochMinute: number,
): MemberRecord | undefined {
	const open = topics.filter((topic) => {
		const each = old.topics.get(topic);
		return each !== undefined && isUnanswered(each, day);
	});
	if (open.length === 0) return undefined;
	const others = callOff(old.laters, day, open);
	// A minute belongs to one date, so that the minute alone names what was put off.
	if (others.some((later) => later.epochMinute === epochMinute && later.day !== day))
		return laterRecord(old, day, topics, epochMinute + 1);
	const beside = others.filter((later) => later.epochMinute === epochMinute);
	const together = TOPICS.filter((topic) =>
		[open, ...beside.map((each) => each.topics)].flat().includes(topic),
	);
	const laters = others.filter((later) => later.epochMinute !== epochMinute);
	return { ...old, laters: [...laters, { day, epochMinute, topics: together }] };
}

function isUnanswered({ history }: TopicRecord, day: LocalDay): boolean {
	const mark = history.get(day);
	return mark === undefined || mark === 'missed';
}

function callOff(laters: readonly Later[], day: LocalDay, topics: readonly Topic[]): readonly Later[] {
	return [
		...laters.filter((later) => later.day !== day),
		...withoutTopics(
			laters.filter((later) => later.day === day),
			topics,
		),
	];
}
