import type { Snowflake } from '../core/snowflake.ts';
import type { Landing } from './landing.ts';
import type { Change, OverlayStore } from './overlay-store.ts';
import type { SettingsStore } from './settings.ts';
import type { Revision } from './stored-state.ts';

interface Dependencies {
	overlay: Pick<OverlayStore, 'commit' | 'revisionsOf'>;
	settings: Pick<SettingsStore, 'read'>;
	/** Tells the other processes. Never rejects. */
	announce(guildId: Snowflake): Promise<void>;
	/** Told at once in this process. */
	onChange(guildId: Snowflake): void;
	/** Tells the channel for changes what was changed. False when it does not take it. */
	tell(channelId: Snowflake, revisions: readonly Revision[]): Promise<boolean>;
}

/** Saves a change and lets everybody know; once, however often the same change is saved. Rejects when the store does not confirm. */
export type SaveChange = (guildId: Snowflake, change: Change) => Promise<Landing>;

export function createSaving({ overlay, settings, announce, onChange, tell }: Dependencies): SaveChange {
	/** The change has landed: whatever fails here is told, and undoes nothing. */
	async function report(guildId: Snowflake, revisions: readonly Revision[]): Promise<boolean> {
		try {
			const { auditChannel } = await settings.read(guildId);
			return auditChannel === undefined || (await tell(auditChannel, revisions));
		} catch {
			return false;
		}
	}

	return async (guildId, change) => {
		// Whatever comes of it, what this process knows may be old: that is how one is overtaken.
		const outcome = await overlay.commit(guildId, change).finally(() => onChange(guildId));
		if (outcome.kind === 'full') return { kind: 'full', what: 'entries' };
		if (outcome.kind === 'overtaken' || outcome.kind === 'gone') return outcome;
		if (outcome.kind === 'saved') await announce(guildId);
		const revisions = await overlay.revisionsOf(guildId, change.id);
		if (outcome.kind === 'again') return { kind: 'again', change: change.id, revisions };
		return { kind: 'saved', change: change.id, revisions, untold: !(await report(guildId, revisions)) };
	};
}
