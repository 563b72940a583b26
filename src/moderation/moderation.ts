import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Decision, Decisions } from './decisions.ts';
import type { Drafts } from './drafts.ts';
import type { Landing } from './landing.ts';
import type { ChangeItem, OverlayStore } from './overlay-store.ts';
import { MOST_PROPOSALS, type Proposal, type Proposals } from './proposals.ts';
import { createSaving } from './save-change.ts';
import type { Settings, SettingsChange, SettingsStore } from './settings.ts';
import type { Revision } from './stored-state.ts';
import type { TestQuestions } from './test-questions.ts';

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
	/**
	 * Keeps a change for its moderator to look at.
	 *
	 * @throws UserError when too many are looked at in this server already.
	 */
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

const PROPOSALS_FULL = `Nothing was kept: ${MOST_PROPOSALS} changes are being looked at in this server, and that is the most at once. Save or cancel some; each ends by itself within an hour.`;

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

	const save = createSaving({ overlay, settings, announce, onChange, tell });

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
		async propose(guildId, { items, by, at, question }) {
			const wish = { items: [...items], by, at, ...(question === undefined ? {} : { question }) };
			const proposal = await proposals.put(guildId, wish);
			if (proposal === 'full') throw new UserError(PROPOSALS_FULL);
			return proposal;
		},
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
