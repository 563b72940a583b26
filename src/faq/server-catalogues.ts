import type { OwnStates } from './answer.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import type { Entry } from './entry.ts';
import { asShipped, layOver } from './lay-over.ts';
import type { Learnt } from './learnt.ts';
import { createRecentlyUsed } from './recently-used.ts';

type States = OwnStates['states'];

interface Dependencies {
	entries: readonly Entry[];
	/** What was learnt from the shipped entries. */
	learnt: Learnt;
	/** Reads what a server makes of the entries from the store. */
	load(guildId: string): Promise<OwnStates>;
	/** Only how often that has changed. */
	versionOf(guildId: string): Promise<number>;
	/** Told when that cannot be read and what was known before, or the shipped entries, are shown instead. */
	onUnreadable(error: unknown): void;
	/** Milliseconds since some fixed moment, such as `performance.now`. */
	monotonic(): number;
	/** Of how many servers the words are kept in memory; the one unused for longest goes first. */
	most?: number;
	/** How many changed entries, over all servers, are kept in a form that questions find at once. */
	room?: number;
}

/** Each server's catalogue: the shipped entries under the server's own, kept in memory until they change. */
export interface ServerCatalogues {
	/** The catalogue of a server, read when it is not at hand. Never rejects: with the store down it is the last one known. */
	of(guildId: string | undefined): Promise<Catalogue>;
	/** The catalogue as far as memory knows it, for autocomplete. Starts reading it for the next keystroke. */
	atHand(guildId: string | undefined): Catalogue;
	/** Entries that the server has hidden or deleted, as far as memory knows. Those that were deleted have lost their titles. */
	notShown(guildId: string | undefined): { id: string; title: string }[];
	/** The shipped entries under any states, kept nowhere. */
	withStates(states: States): Catalogue;
	/** Reads the server's entries again at the next question. Without a server: everybody's. */
	refresh(guildId?: string): void;
}

/** An announcement can be missed: after so many milliseconds a server that is asked looks whether it has missed one. */
const LOOK_AFTER = 5_000;

interface Shelf {
	/** What was read last. */
	known: OwnStates | undefined;
	/** Undefined when a change has been announced since the last reading. */
	reading: Promise<States> | undefined;
	/** When it was last known to be the newest. */
	lookedAt: number;
}

const NO_STATES: States = new Map();

export function createServerCatalogues({
	entries,
	learnt,
	load,
	versionOf,
	onUnreadable,
	monotonic,
	most = 10_000,
	room = 2_500,
}: Dependencies): ServerCatalogues {
	const shipped = entries.map(asShipped);
	const base = createCatalogue(shipped, learnt);
	const shelves = new Map<string, Shelf>();
	// Many times the memory of the words goes into finding them, so that only servers in use have that.
	const recent = createRecentlyUsed<States, Catalogue>((states) => states.size, room);

	function catalogueOf(states: States): Catalogue {
		const { own, hidden } = layOver(shipped, states);
		return own.length === 0 && hidden.size === 0 ? base : base.under(own, hidden);
	}

	/** The same states have the same catalogue: nobody changes them. */
	function recentOf(states: States): Catalogue {
		return recent.of(states, () => catalogueOf(states));
	}

	function shelfOf(guildId: string): Shelf {
		const shelf = shelves.get(guildId) ?? { known: undefined, reading: undefined, lookedAt: 0 };
		shelves.delete(guildId);
		shelves.set(guildId, shelf);
		const [oldest] = shelves.keys();
		if (shelves.size > most && oldest !== undefined) shelves.delete(oldest);
		if (shelf.reading !== undefined && monotonic() - shelf.lookedAt > LOOK_AFTER) look(guildId, shelf);
		return shelf;
	}

	/** Nobody waits for it: who asks meanwhile gets what is known, who asks afterwards the newest. */
	function look(guildId: string, shelf: Shelf): void {
		shelf.lookedAt = monotonic();
		const { reading } = shelf;
		versionOf(guildId).then(
			(version) => {
				if (version !== shelf.known?.version && shelf.reading === reading) shelf.reading = undefined;
			},
			(error: unknown) => onUnreadable(error),
		);
	}

	function read(guildId: string, shelf: Shelf): Promise<States> {
		shelf.lookedAt = monotonic();
		const reading = load(guildId).then(
			(loaded) => {
				// A reading that a later change has overtaken must not be taken for the newest.
				if (shelf.reading === reading) shelf.known = loaded;
				return loaded.states;
			},
			(error: unknown) => {
				if (shelf.reading === reading) shelf.reading = undefined;
				onUnreadable(error);
				return shelf.known?.states ?? NO_STATES;
			},
		);
		return reading;
	}

	return {
		withStates: catalogueOf,
		async of(guildId) {
			if (guildId === undefined) return base;
			const shelf = shelfOf(guildId);
			shelf.reading ??= read(guildId, shelf);
			const catalogue = recentOf(await shelf.reading);
			await catalogue.prepare();
			return catalogue;
		},
		atHand(guildId) {
			if (guildId === undefined) return base;
			const shelf = shelfOf(guildId);
			shelf.reading ??= read(guildId, shelf);
			return recentOf(shelf.known?.states ?? NO_STATES);
		},
		notShown(guildId) {
			const states = (guildId === undefined ? undefined : shelves.get(guildId)?.known?.states) ?? NO_STATES;
			return [...states].flatMap(([id, { hidden, texts }]) => {
				const title = texts?.title ?? base.get(id)?.title;
				return hidden || title === undefined ? [{ id, title: title ?? id }] : [];
			});
		},
		refresh(guildId) {
			const affected = guildId === undefined ? [...shelves.values()] : [shelves.get(guildId)];
			for (const shelf of affected) if (shelf) shelf.reading = undefined;
		},
	};
}
