import type { OverlayStore } from '../../src/moderation/overlay-store.ts';
import type { Revision } from '../../src/moderation/stored-state.ts';

/** The present versions of the entries of these revisions. */
export async function presentVersions(
	store: Pick<OverlayStore, 'state'>,
	guildId: string,
	revisions: readonly Revision[],
): Promise<ReadonlyMap<string, number>> {
	const found = await Promise.all(
		revisions.map(async ({ entry }) => [entry, (await store.state(guildId, entry))?.version ?? 0] as const),
	);
	return new Map(found);
}
