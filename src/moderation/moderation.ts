import type { Snowflake } from '../core/snowflake.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { SaveOutcome, Wordings } from './wordings.ts';

interface Dependencies {
	wordings: Wordings;
	feed: Pick<ChangeFeed, 'announce'>;
	/** What must not stand in an answer, one sentence a problem. */
	checkWording(text: string): string[];
	/** Told at once in this process; the feed tells the others. */
	onChange(guildId: Snowflake): void;
	/** The change is saved when this fails; the other processes see it when they next read. */
	onUnannounced(error: unknown): void;
}

type Change = Parameters<Wordings['save']>[0];

/** What became of an edit: `refused` is wording that Gutsy never shows, with the reasons. */
export type EditOutcome = SaveOutcome | { kind: 'refused'; problems: string[] };

/** What a server's moderators do to the answers that their members see. */
export interface Moderation {
	/** Rejects when the store does not confirm; the change may then be saved or not. */
	edit(change: Change): Promise<EditOutcome>;
}

export function createModeration({
	wordings,
	feed,
	checkWording,
	onChange,
	onUnannounced,
}: Dependencies): Moderation {
	return {
		async edit(change) {
			const problems = [...new Set([...checkWording(change.title), ...checkWording(change.answer)])];
			if (problems.length > 0) return { kind: 'refused', problems };
			try {
				const outcome = await wordings.save(change);
				if (outcome.kind === 'saved') await feed.announce(change.guildId).catch(onUnannounced);
				return outcome;
			} finally {
				// Whatever came of it, what this process knows may be old: that is how one is overtaken.
				onChange(change.guildId);
			}
		},
	};
}
