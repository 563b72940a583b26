import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import { type Approval, createApproval } from './approval.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Curators } from './curators.ts';
import type { Decisions } from './decisions.ts';
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

/** What a server's moderators do to the answers that their members see. */
export interface Moderation extends Approval {
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
}

interface Dependencies {
	overlay: OverlayStore;
	proposals: Proposals;
	drafts: Drafts;
	decisions: Decisions;
	curators: Pick<Curators, 'enter' | 'formerName'>;
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
		curators,
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
		testQuestions: {
			...testQuestions,
			async add(guildId, question) {
				await curators.enter(guildId, question.by);
				return testQuestions.add(guildId, question);
			},
		},
		settings: (guildId) => settings.read(guildId),
		async changeSettings(guildId, changes) {
			const after = await settings.change(guildId, changes);
			onChange(guildId);
			await announce(guildId);
			return after;
		},
		async propose(guildId, { items, by, at, question }) {
			await curators.enter(guildId, by);
			const wish = { items: [...items], by, at, ...(question === undefined ? {} : { question }) };
			const proposal = await proposals.put(guildId, wish);
			if (proposal === 'full') throw new UserError(PROPOSALS_FULL);
			return proposal;
		},
		land,
		...createApproval({ drafts, decisions, curators, save }),
	};
}
