import type { Clock } from './core/clock.ts';
import type { Votes } from './faq/votes.ts';
import type { Curators } from './moderation/curators.ts';
import type { Inbox } from './moderation/inbox.ts';
import { epochDay, formatLocalDay } from './nudges/local-day.ts';
import type { Nudges } from './nudges/nudges.ts';
import type { PostMarkStore } from './nudges/post-marks.ts';
import type { PostMarks } from './nudges/post-marks-codec.ts';
import type { QueuedMembers } from './nudges/queued-members.ts';
import type { StoredPart } from './privacy/privacy.ts';

interface Features {
	nudges: Pick<Nudges, 'stored' | 'stop'>;
	queued: Pick<QueuedMembers, 'count' | 'remove'>;
	marks: Pick<PostMarkStore, 'of' | 'forget'>;
	votes: Pick<Votes, 'of' | 'forget'>;
	inbox: Pick<Inbox, 'sentBy' | 'forget'>;
	curators: Pick<Curators, 'of' | 'forget'>;
	clock: Clock;
}

/** Every kind of thing that Gutsy stores about members. The record goes first, so that nothing is queued again. */
export function storedParts({
	nudges,
	queued,
	marks,
	votes,
	inbox,
	curators,
	clock,
}: Features): StoredPart[] {
	return [
		{
			name: 'Nudges: topics, times, time zone, consent, days done',
			kept: 'until you stop them, days done for half a year; when nothing has come for 400 days, because Discord refused it or all stayed unanswered, it ends by itself',
			read: (memberId) => nudges.stored(memberId),
			async erase(memberId) {
				// What cannot be read can still be deleted.
				const had = await nudges.stored(memberId).then(
					(record) => record !== undefined,
					() => true,
				);
				await nudges.stop(memberId);
				return had ? 1 : 0;
			},
		},
		{
			name: 'Nudges on their way',
			kept: 'until they are sent, at most about two hours',
			async read(memberId) {
				const waiting = await queued.count(memberId);
				return waiting === 0 ? undefined : { waiting };
			},
			erase: (memberId) => queued.remove(memberId),
		},
		{
			name: 'Answers to daily posts in channels: which days were done',
			kept: 'half a year after each',
			async read(memberId) {
				const own = await marks.of(memberId, epochDay(clock()));
				return own.length === 0 ? undefined : own.map(describeMarks);
			},
			erase: async (memberId) => ((await marks.forget(memberId)) ? 1 : 0),
		},
		{
			name: 'Votes on answers, under a hash',
			kept: 'until you take them back',
			async read(memberId) {
				const own = await votes.of(memberId);
				return own.length === 0 ? undefined : own;
			},
			erase: (memberId) => votes.forget(memberId),
		},
		{
			name: 'That you sent questions to moderators, under a hash',
			kept: 'two days',
			async read(memberId) {
				const counted = await inbox.sentBy(memberId);
				return counted === 0 ? undefined : { counted };
			},
			erase: (memberId) => inbox.forget(memberId),
		},
		{
			name: 'Your id with what you did to servers’ answers as a moderator',
			kept: 'as long as the server has answers of its own; once deleted, “a former moderator” stands in its place',
			read: (memberId) => curators.of(memberId),
			erase: (memberId) => curators.forget(memberId),
		},
	];
}

function describeMarks({ channelId, topic, history }: PostMarks) {
	return {
		channelId,
		topic,
		days: Object.fromEntries([...history].map(([day, mark]) => [formatLocalDay(day), mark])),
	};
}
