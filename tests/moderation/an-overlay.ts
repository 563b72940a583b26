import type { Redis } from 'ioredis';
import type { EntryTexts } from '../../src/core/entry-texts.ts';
import type { Change, ChangeItem } from '../../src/moderation/overlay-store.ts';
import { createOverlayStore, type OverlayStore } from '../../src/moderation/overlay-store.ts';

export const GUILD = '900';
export const ANNA = '111111111111111111';
export const BEN = '222222222222222222';

/** A store over this Redis, and what it found unreadable. */
export function anOverlay(redis: Redis): { store: OverlayStore; corrupt: unknown[] } {
	const corrupt: unknown[] = [];
	const shipped = (entry: string) =>
		entry === 'gut' ? someTexts('Shipped', { aliases: ['belly'], topic: 'food' }) : undefined;
	return {
		corrupt,
		store: createOverlayStore({ redis, shipped, onCorrupt: (error) => corrupt.push(error) }),
	};
}

export function someTexts(title: string, changes: Partial<EntryTexts> = {}): EntryTexts {
	return { title, answer: `${title}, they say.`, aliases: [], topic: 'basics', ...changes };
}

/** An edit of an entry to these words. */
export function anEdit(entry: string, basedOn: number, title: string): ChangeItem {
	return { entry, basedOn, state: { texts: someTexts(title) }, kind: 'edit' };
}

export function aChange(id: string, items: readonly ChangeItem[], changes: Partial<Change> = {}): Change {
	return { id, items, by: ANNA, at: 1_700_000_000_000, ...changes };
}
