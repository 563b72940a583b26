import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Decision, Decisions } from './decisions.ts';
import type { Drafts } from './drafts.ts';
import type { Change, ChangeItem, OverlayStore, Overtaken } from './overlay-store.ts';
import type { Proposal, Proposals } from './proposals.ts';
import type { Settings, SettingsChange, SettingsStore } from './settings.ts';
import type { Revision } from './stored-state.ts';
import type { TestQuestions } from './test-questions.ts';

/**
 * What became of a change:
 * - `saved`: members see it; `untold` when the channel for changes did not take the news
 * - `again`: the same change was saved before, and nobody is told once more
 * - `waiting`: a second moderator has to approve it
 * - `overtaken`: somebody else was faster, and nothing was changed
 * - `full`: the server has no room for more
 * - `gone`: it was a draft, and somebody else has dealt with it
 */
export type Landing =
	| {
			readonly kind: 'saved';
			readonly change: string;
			readonly revisions: readonly Revision[];
			readonly untold: boolean;
	  }
	| { readonly kind: 'again'; readonly change: string; readonly revisions: readonly Revision[] }
	| { readonly kind: 'waiting'; readonly draft: Proposal }
	| { readonly kind: 'overtaken'; readonly entries: readonly Overtaken[] }
	| { readonly kind: 'full'; readonly what: 'entries' | 'drafts' }
	| { readonly kind: 'gone' };

/** What a moderator wants changed. */
export interface Wish {
	readonly items: readonly ChangeItem[];
	readonly by: Snowflake;
	/** Epoch milliseconds. */
	readonly at: number;
	/** The question of the inbox that it answers. */
	readonly question?: string | undefined;
}

/** What a second moderator makes of a draft. */
export interface Verdict {
	readonly by: Snowflake;
	/** Epoch milliseconds. */
	readonly at: number;
	/** How the draft is called in a list. */
	readonly name: string;
	readonly note?: string | undefined;
}

/** What a server's moderators do to the answers that their members see. */
export interface Moderation {
	readonly overlay: Pick<OverlayStore, 'read' | 'state' | 'history' | 'revision' | 'revisionsOf'>;
	readonly proposals: Pick<Proposals, 'get' | 'drop'>;
	readonly drafts: Pick<Drafts, 'list' | 'get'>;
	readonly testQuestions: TestQuestions;
	settings(guildId: Snowflake): Promise<Settings>;
	changeSettings(guildId: Snowflake, changes: SettingsChange): Promise<Settings>;
	/** Keeps a change for its moderator to look at. */
	propose(guildId: Snowflake, wish: Wish): Promise<Proposal>;
	/** Saves a change, or has it wait for a second moderator. Repeated, it is still saved once. Rejects when the store does not confirm. */
	land(guildId: Snowflake, proposal: Proposal): Promise<Landing>;
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
	decided(guildId: Snowflake, author: Snowflake, again: boolean): Promise<readonly Decision[]>;
}

interface Dependencies {
	overlay: OverlayStore;
	proposals: Proposals;
	drafts: Drafts;
	decisions: Decisions;
	settings: SettingsStore;
	testQuestions: TestQuestions;
	feed: Pick<ChangeFeed, 'announce'>;
	/** Told at once in this process; the feed tells the others. */
	onChange(guildId: Snowflake): void;
	/** The change is saved when this fails; the other processes see it when they next look. */
	onUnannounced(error: unknown): void;
	/** Tells the channel for changes what was changed. False when it does not take it. */
	tell(channelId: Snowflake, revisions: readonly Revision[]): Promise<boolean>;
}

export function createModeration(dependencies: Dependencies): Moderation {
	const {
		overlay,
		proposals,
		drafts,
		decisions,
		settings,
		testQuestions,
		feed,
		onChange,
		onUnannounced,
		tell,
	} = dependencies;

	async function announce(guildId: Snowflake): Promise<void> {
		await feed.announce(guildId).catch(onUnannounced);
	}

	async function save(guildId: Snowflake, change: Change): Promise<Landing> {
		// Whatever comes of it, what this process knows may be old: that is how one is overtaken.
		const outcome = await overlay.commit(guildId, change).finally(() => onChange(guildId));
		if (outcome.kind === 'full') return { kind: 'full', what: 'entries' };
		if (outcome.kind === 'overtaken' || outcome.kind === 'gone') return outcome;
		if (outcome.kind === 'saved') await announce(guildId);
		const revisions = await overlay.revisionsOf(guildId, change.id);
		if (outcome.kind === 'again') return { kind: 'again', change: change.id, revisions };
		return { kind: 'saved', change: change.id, revisions, untold: !(await report(guildId, revisions)) };
	}

	/** The change has landed: whatever fails here is told, and undoes nothing. */
	async function report(guildId: Snowflake, revisions: readonly Revision[]): Promise<boolean> {
		try {
			const { auditChannel } = await settings.read(guildId);
			return auditChannel === undefined || (await tell(auditChannel, revisions));
		} catch {
			return false;
		}
	}

	async function land(guildId: Snowflake, proposal: Proposal): Promise<Landing> {
		const landing = await saveOrWait(guildId, proposal);
		// It lies elsewhere now. Otherwise it can be written on, and ends within the hour by itself.
		if (landing.kind === 'saved' || landing.kind === 'again' || landing.kind === 'waiting')
			await proposals.drop(guildId, proposal.id).catch(() => undefined);
		return landing;
	}

	async function saveOrWait(guildId: Snowflake, proposal: Proposal): Promise<Landing> {
		if ((await settings.read(guildId)).approval) {
			const added = await drafts.add(guildId, proposal);
			return added === 'full' ? { kind: 'full', what: 'drafts' } : { kind: 'waiting', draft: proposal };
		}
		return save(guildId, proposal);
	}

	return {
		overlay,
		proposals,
		drafts,
		testQuestions,
		settings: (guildId) => settings.read(guildId),
		async changeSettings(guildId, changes) {
			const after = await settings.change(guildId, changes);
			onChange(guildId);
			await announce(guildId);
			return after;
		},
		propose: (guildId, { items, by, at, question }) =>
			proposals.put(guildId, { items: [...items], by, at, ...(question === undefined ? {} : { question }) }),
		land,
		async approve(guildId, draft, verdict) {
			const { by, note } = verdict;
			if (draft.by === by) throw new UserError('Somebody else has to approve your own change.');
			const decision: Decision = { kind: 'approved', ...verdict, items: [] };
			const landing = await save(guildId, { ...draft, approvedBy: by, note, decision });
			if (landing.kind !== 'saved' && landing.kind !== 'again') return landing;
			return landing.revisions.every(({ approvedBy }) => approvedBy === by) ? landing : { kind: 'gone' };
		},
		async reject(guildId, draft, verdict) {
			// Who takes their own back needs no news of it.
			if (draft.by === verdict.by) return drafts.remove(guildId, draft.id);
			const decision: Decision = { kind: 'rejected', ...verdict, items: draft.items };
			return decisions.reject(guildId, { draft: draft.id, author: draft.by, decision });
		},
		async decided(guildId, author, again) {
			const isNews = await decisions.takeNews(guildId, author);
			return isNews || again ? decisions.list(guildId, author) : [];
		},
	};
}
