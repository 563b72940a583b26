import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import { isFormer } from './curator.ts';
import type { Curators } from './curators.ts';
import type { Decision, Decisions } from './decisions.ts';
import type { Drafts } from './drafts.ts';
import type { Landing } from './landing.ts';
import type { Proposal } from './proposals.ts';
import type { SaveChange } from './save-change.ts';

/** What a second moderator makes of a draft. */
export interface Verdict {
	readonly by: Snowflake;
	/** Epoch milliseconds. */
	readonly at: number;
	/** How the draft is called in a list. */
	readonly name: string;
	readonly note?: string | undefined;
}

/** What second moderators do, and what the first ones hear of it. */
export interface Approval {
	/**
	 * Saves a draft. `gone` when somebody else approved or rejected it first.
	 *
	 * @throws UserError when it is one's own.
	 */
	approve(guildId: Snowflake, draft: Proposal, verdict: Verdict): Promise<Landing>;
	/** Takes a draft away; its author hears of it, and has its texts back. False when somebody else has dealt with it. */
	reject(guildId: Snowflake, draft: Proposal, verdict: Verdict): Promise<boolean>;
	/**
	 * What became of a moderator's own drafts, newest first: as long as they have not been told of the newest one, and from then on
	 * only when they ask again.
	 */
	decided(
		guildId: Snowflake,
		author: Snowflake,
		asked: { readonly again: boolean; readonly now: number },
	): Promise<readonly Decision[]>;
}

interface Dependencies {
	drafts: Pick<Drafts, 'remove'>;
	decisions: Decisions;
	curators: Pick<Curators, 'enter' | 'formerName'>;
	save: SaveChange;
}

export function createApproval({ drafts, decisions, curators, save }: Dependencies): Approval {
	/** Nobody approves their own, not even what they drafted before they had their data deleted. */
	async function demandAnother(guildId: Snowflake, { by: author }: Proposal, by: Snowflake): Promise<void> {
		if (author === by || (isFormer(author) && author === (await curators.formerName(guildId, by))))
			throw new UserError('Somebody else has to approve your own change.');
	}

	return {
		async approve(guildId, draft, verdict) {
			const { by, note } = verdict;
			await demandAnother(guildId, draft, by);
			await curators.enter(guildId, by);
			const decision: Decision = { kind: 'approved', ...verdict, items: [] };
			const fromDraft = { decision: isFormer(draft.by) ? undefined : decision };
			const landing = await save(guildId, { ...draft, approvedBy: by, note, fromDraft });
			if (landing.kind !== 'saved' && landing.kind !== 'again') return landing;
			return landing.revisions.every(({ approvedBy }) => approvedBy === by) ? landing : { kind: 'gone' };
		},
		async reject(guildId, draft, verdict) {
			// Who takes their own back needs no news of it, and who is gone gets none.
			if (draft.by === verdict.by || isFormer(draft.by)) return drafts.remove(guildId, draft.id);
			await curators.enter(guildId, verdict.by);
			const decision: Decision = { kind: 'rejected', ...verdict, items: draft.items };
			return decisions.reject(guildId, { draft: draft.id, author: draft.by, decision });
		},
		async decided(guildId, author, { again, now }) {
			if (!again && !(await decisions.hasNews(guildId, author))) return [];
			const found = await decisions.list(guildId, author, now);
			// Afterwards: what could not be read is still news.
			const isNews = await decisions.takeNews(guildId, author);
			return isNews || again ? found : [];
		},
	};
}
