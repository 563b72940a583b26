import type { Snowflake } from '../core/snowflake.ts';
import type { MemberRecord } from './member-record.ts';
import { SUSPENDING_REFUSALS } from './refusals.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What Discord's refusals have led to: nudges wait a day, or are suspended. */
export type RefusalNews = 'waiting' | 'suspended';

/** Tells members what they cannot be told in a direct message. */
export interface Refusals {
	/** What the member does not know yet, if anything. It counts as told from now on. */
	next(memberId: Snowflake): Promise<RefusalNews | undefined>;
}

export function createRefusals(subscriptions: Pick<Subscriptions, 'read' | 'change'>): Refusals {
	return {
		async next(memberId) {
			const record = await subscriptions.read(memberId);
			if (record === undefined || newsIn(record) === undefined) return undefined;
			let news: RefusalNews | undefined;
			// Asked again there: of two commands at once, one tells.
			await subscriptions.change(memberId, (old) => {
				news = newsIn(old);
				const { refusal } = old;
				return refusal && news ? { ...old, refusal: { ...refusal, told: refusal.count } } : old;
			});
			return news;
		},
	};
}

function newsIn({ refusal }: MemberRecord): RefusalNews | undefined {
	if (refusal === undefined) return undefined;
	const { count, told = 0 } = refusal;
	if (count >= SUSPENDING_REFUSALS) return told < SUSPENDING_REFUSALS ? 'suspended' : undefined;
	return told === 0 ? 'waiting' : undefined;
}
