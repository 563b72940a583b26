import type { Votes } from './faq/votes.ts';
import type { Inbox } from './moderation/inbox.ts';
import type { Nudges } from './nudges/nudges.ts';
import type { QueuedMembers } from './nudges/queued-members.ts';
import type { StoredPart } from './privacy/privacy.ts';

interface Features {
	nudges: Pick<Nudges, 'stored' | 'stop'>;
	queued: Pick<QueuedMembers, 'count' | 'remove'>;
	votes: Pick<Votes, 'of' | 'forget'>;
	inbox: Pick<Inbox, 'sentBy' | 'forget'>;
}

/** Every kind of thing that Gutsy stores about members. The record goes first, so that nothing is queued again. */
export function storedParts({ nudges, queued, votes, inbox }: Features): StoredPart[] {
	return [
		{
			name: 'Nudges: topics, times, time zone, consent, days done',
			kept: 'until you stop them, days done for half a year',
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
	];
}
