import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import { answerRecord, laterRecord, type NudgeAnswer } from './answer-record.ts';
import { dailyAgain } from './change-record.ts';
import { type LocalDay, localDay, localDayAt } from './local-day.ts';
import { localTime } from './local-time.ts';
import { describeRecord, type NudgeStatus } from './nudge-status.ts';
import { isQuiet } from './quiet-hours.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { TimeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';

/** For how long after its date a nudge may be answered. */
export const ANSWERABLE_DAYS = 30;

/** By how much a nudge may be put off. */
export type Delay = '1h' | '3h' | 'evening';

/** `stopped`: the member gets no nudges on that any more, so there is nothing to count it for. */
export type Answered = 'noted' | 'already' | 'stopped';

/** What members do with the nudges that came. */
export interface NudgeAnswers {
	/** Counts for the date the nudge was for. The first answer stands. */
	answer(memberId: Snowflake, answer: NudgeAnswer): Promise<Answered>;
	/**
	 * Has it come once more, without touching the daily time. Returns when, in epoch milliseconds.
	 *
	 * @throws UserError when it would come in quiet hours, or this evening is over.
	 */
	putOff(
		memberId: Snowflake,
		nudge: { readonly day: LocalDay; readonly topics: readonly Topic[] },
		delay: Delay,
	): Promise<number | Exclude<Answered, 'noted'>>;
	/** Daily nudges again for who had left them unanswered. */
	keep(memberId: Snowflake): Promise<NudgeStatus | undefined>;
}

const EVENING = localTime.parse(19 * 60);
const HOUR_MS = 3_600_000;

export function createNudgeAnswers(subscriptions: Subscriptions, clock: Clock): NudgeAnswers {
	/** Changes the record by `make`, which returns `undefined` when there is nothing to change. */
	async function attempt(
		memberId: Snowflake,
		topics: readonly Topic[],
		make: Parameters<Subscriptions['change']>[1] extends (old: infer Old) => unknown
			? (old: Old) => Old | undefined
			: never,
	): Promise<Answered> {
		let answered: Answered = 'stopped';
		await subscriptions.change(memberId, (old) => {
			const next = make(old);
			const knows = topics.some((topic) => old.topics.has(topic));
			answered = next !== undefined ? 'noted' : knows ? 'already' : 'stopped';
			return next ?? old;
		});
		return answered;
	}

	return {
		async answer(memberId, answer) {
			return attempt(memberId, answer.topics, (old) => {
				const today = localDayAt(Temporal.Instant.fromEpochMilliseconds(clock()), old.zone);
				if (answer.day < today - ANSWERABLE_DAYS)
					throw new UserError(`That nudge is more than ${ANSWERABLE_DAYS} days old, so it no longer counts.`);
				return answerRecord(old, answer);
			});
		},
		async putOff(memberId, { day, topics }, delay) {
			const now = clock();
			let at = now;
			const answered = await attempt(memberId, topics, (old) => {
				at = timeOf(delay, now, old.zone);
				const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(old.zone);
				if (isQuiet(old.quiet, localTime.parse(local.hour * 60 + local.minute)))
					throw new UserError('That would be in your quiet hours. Please choose another time.');
				return laterRecord(old, day, topics, Math.ceil(at / 60_000));
			});
			return answered === 'noted' ? at : answered;
		},
		async keep(memberId) {
			const kept = await subscriptions.change(memberId, (old) =>
				dailyAgain(
					old,
					localDay.parse(localDayAt(Temporal.Instant.fromEpochMilliseconds(clock()), old.zone) + 1),
				),
			);
			return kept && describeRecord(kept, clock());
		},
	};
}

/** @throws UserError when the evening is over. */
function timeOf(delay: Delay, now: number, zone: TimeZone): number {
	if (delay !== 'evening') return now + (delay === '1h' ? 1 : 3) * HOUR_MS;
	const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
	const evening = local.with({ hour: 0, minute: 0, second: 0, millisecond: 0 }).add({ minutes: EVENING });
	if (evening.epochMilliseconds <= now)
		throw new UserError('It is evening already. One hour or three are still possible.');
	return evening.epochMilliseconds;
}
