import type { Snowflake } from '../core/snowflake.ts';
import * as keys from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { type CommitItem, runCommit } from './commit-script.ts';
import type { Decision } from './decisions.ts';
import { takeOverHistory } from './former-history.ts';
import { createHistory, type History } from './history.ts';
import {
	bare,
	type ChangeKind,
	type EntryState,
	type Revision,
	type ShippedTexts,
	type StoredState,
	storedStateOf,
} from './stored-state.ts';

/** What moderators change together: all of it or nothing. */
export interface Change {
	/** Unguessable and the same when the change is tried again: it is written once. */
	readonly id: string;
	readonly items: readonly ChangeItem[];
	/** A moderator, or a former one whose draft it was. */
	readonly by: string;
	/** Epoch milliseconds. */
	readonly at: number;
	readonly approvedBy?: Snowflake | undefined;
	/** What the second moderator has to say to it. */
	readonly note?: string | undefined;
	/**
	 * Where it is the draft of the same id: what its author is told, if anything. The draft is taken away in the same step; without it
	 * nothing is saved.
	 */
	readonly fromDraft?: { readonly decision: Decision | undefined } | undefined;
}

export interface ChangeItem {
	readonly entry: string;
	/** The version that the change started from; 0 where the server has changed nothing yet. */
	readonly basedOn: number;
	readonly state: EntryState;
	readonly kind: ChangeKind;
	/** The revision that it takes back. */
	readonly undoes?: number | undefined;
}

/** An entry that somebody else changed meanwhile, and what it is now. */
export interface Overtaken {
	readonly entry: string;
	readonly theirs: StoredState | undefined;
}

/** What became of a change; `again` when it had been saved before, `full` when the server has no room for more entries, `gone` when its draft is not there any more. */
export type CommitOutcome =
	| { readonly kind: 'saved' | 'again'; readonly version: number }
	| { readonly kind: 'overtaken'; readonly entries: readonly Overtaken[] }
	| { readonly kind: 'full' }
	| { readonly kind: 'gone' };

export interface Overlay {
	readonly version: number;
	readonly states: ReadonlyMap<string, StoredState>;
}

/** What servers make of the answers, and every step on the way there. */
export interface OverlayStore extends History {
	/** All of a server's states by entry. One that cannot be read is reported and left out; the others still count. */
	read(guildId: Snowflake): Promise<Overlay>;
	state(guildId: Snowflake, entry: string): Promise<StoredState | undefined>;
	/** How often the server's answers have changed. */
	version(guildId: Snowflake): Promise<number>;
	/** @throws Error when the change is of nothing, or names an entry twice. */
	commit(guildId: Snowflake, change: Change): Promise<CommitOutcome>;
}

interface Dependencies {
	redis: RedisClient;
	shipped: ShippedTexts;
	/** Told of each value that cannot be read; it is left out. */
	onCorrupt(error: unknown): void;
}

export function createOverlayStore({ redis, shipped, onCorrupt }: Dependencies): OverlayStore {
	const readState = (key: string, entry: string, raw: string): StoredState | undefined =>
		attempt(() => parseStored(storedStateOf(entry, shipped), `${key} ${entry}`, raw));

	function attempt<Value>(read: () => Value): Value | undefined {
		try {
			return read();
		} catch (error) {
			onCorrupt(error);
			return undefined;
		}
	}

	return {
		async read(guildId) {
			const key = keys.overlay(guildId);
			// On one way, because a form waits for it; the version first: if a change comes between, what is read is newer than it
			// says, and is read once more.
			const [version, stored] = await Promise.all([
				redis.get(keys.overlayVersion(guildId)),
				redis.hgetall(key),
			]);
			const states = new Map<string, StoredState>();
			for (const [entry, raw] of Object.entries(stored)) {
				const state = readState(key, entry, raw);
				if (state) states.set(entry, state);
			}
			return { version: Number(version ?? 0), states };
		},
		async state(guildId, entry) {
			const key = keys.overlay(guildId);
			const raw = await redis.hget(key, entry);
			return raw === null ? undefined : readState(key, entry, raw);
		},
		version: async (guildId) => Number((await redis.get(keys.overlayVersion(guildId))) ?? 0),
		async commit(guildId, change) {
			const entries = change.items.map(({ entry }) => entry);
			if (entries.length === 0) throw new Error('A change of nothing cannot be saved');
			if (new Set(entries).size < entries.length) throw new Error('A change may name each entry once only');
			await takeOverHistory(redis, guildId, { shipped, onCorrupt });
			const key = keys.overlay(guildId);
			const present = await redis.hmget(key, ...entries);
			const reply = await runCommit(
				redis,
				[
					key,
					keys.overlayVersion(guildId),
					keys.revisions(guildId),
					keys.changeRevisions(guildId, change.id),
					keys.drafts(guildId),
					keys.decisions(guildId),
					keys.decisionNews(guildId),
				],
				change.items.map((item, index) => {
					const raw = present[index] ?? undefined;
					const broken = raw !== undefined && readState(key, item.entry, raw) === undefined;
					return itemOf(guildId, item, change, broken ? raw : undefined);
				}),
				change.fromDraft && {
					id: change.id,
					author: change.by,
					decision: change.fromDraft.decision ? JSON.stringify(change.fromDraft.decision) : '',
				},
			);
			switch (reply[0]) {
				case 'saved':
				case 'again':
					return { kind: reply[0], version: reply[1] };
				case 'full':
					return { kind: 'full' };
				case 'gone':
					return { kind: 'gone' };
				case 'overtaken': {
					const [, ...flat] = reply;
					const entries = flat.flatMap((entry, index): Overtaken[] => {
						if (index % 2 === 1) return [];
						const raw = flat[index + 1] ?? '';
						return [{ entry, theirs: raw === '' ? undefined : readState(key, entry, raw) }];
					});
					return { kind: 'overtaken', entries };
				}
			}
		},
		...createHistory({ redis, shipped, onCorrupt }),
	};
}

function itemOf(
	guildId: Snowflake,
	{ entry, basedOn, state, kind, undoes }: ChangeItem,
	{ id, by, at, approvedBy, note }: Change,
	unreadable: string | undefined,
): CommitItem {
	const stored: StoredState = { ...bare(state), version: basedOn + 1, by, at };
	const revision: Omit<Revision, 'n' | 'before' | 'after'> = {
		change: id,
		entry,
		kind,
		by,
		at,
		undoes,
		approvedBy,
		note,
	};
	return {
		entry,
		basedOn,
		state: JSON.stringify(stored),
		revision: JSON.stringify(revision).slice(1, -1),
		revisionsKey: keys.revisionsOf(guildId, entry),
		unreadable,
	};
}
