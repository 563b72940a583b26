import type { EntryId } from '../core/entry-texts.ts';
import type { OwnWording, ServerEntry } from './answer.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import type { Entry } from './entry.ts';
import type { Learnt } from './learnt.ts';

interface Dependencies {
	entries: readonly Entry[];
	/** What was learnt from the shipped entries. */
	learnt: Learnt;
	/** Reads a server's own wordings from the store. */
	load(guildId: string): Promise<ReadonlyMap<EntryId, OwnWording>>;
	/** Told when a server's own wordings cannot be read and older ones, or the shipped ones, are shown instead. */
	onUnreadable(error: unknown): void;
	/** Milliseconds since some fixed moment, such as `performance.now`. */
	monotonic(): number;
	/** How many servers are kept in memory; the one unused for longest goes first. */
	most?: number;
}

/** Each server's catalogue: the shipped entries under the server's own wordings, kept in memory until they change. */
export interface ServerCatalogues {
	/** The catalogue of a server, read when it is not at hand. Never rejects: with the store down it is the last one known. */
	of(guildId: string | undefined): Promise<Catalogue>;
	/** The catalogue as far as memory knows it, for autocomplete. Starts reading it for the next keystroke. */
	atHand(guildId: string | undefined): Catalogue;
	/** Reads the server's wordings again at the next question. Without a server: everybody's. */
	refresh(guildId?: string): void;
}

/** An announcement can be missed; this bounds for how long, in milliseconds. */
const GOOD_FOR = 60_000;

interface Shelf {
	catalogue: Catalogue | undefined;
	/** Undefined when a change has been announced since the last reading. */
	reading: Promise<Catalogue> | undefined;
	/** When the last reading began. */
	readAt: number;
}

export function createServerCatalogues({
	entries,
	learnt,
	load,
	onUnreadable,
	monotonic,
	most = 500,
}: Dependencies): ServerCatalogues {
	const shipped = entries.map((entry): ServerEntry => ({ ...entry, version: 0 }));
	const base = createCatalogue(shipped, learnt);
	const shelves = new Map<string, Shelf>();

	function shelfOf(guildId: string): Shelf {
		const shelf = shelves.get(guildId) ?? { catalogue: undefined, reading: undefined, readAt: 0 };
		shelves.delete(guildId);
		shelves.set(guildId, shelf);
		const [oldest] = shelves.keys();
		if (shelves.size > most && oldest !== undefined) shelves.delete(oldest);
		if (monotonic() - shelf.readAt > GOOD_FOR) shelf.reading = undefined;
		return shelf;
	}

	function read(guildId: string, shelf: Shelf): Promise<Catalogue> {
		shelf.readAt = monotonic();
		const reading = load(guildId).then(
			(wordings) => {
				const catalogue = wordings.size === 0 ? base : base.under(applyWordings(shipped, wordings));
				// A reading that a later change has overtaken must not be taken for the newest.
				if (shelf.reading === reading) shelf.catalogue = catalogue;
				return catalogue;
			},
			(error: unknown) => {
				if (shelf.reading === reading) shelf.reading = undefined;
				onUnreadable(error);
				return shelf.catalogue ?? base;
			},
		);
		return reading;
	}

	return {
		async of(guildId) {
			if (guildId === undefined) return base;
			const shelf = shelfOf(guildId);
			shelf.reading ??= read(guildId, shelf);
			return shelf.reading;
		},
		atHand(guildId) {
			if (guildId === undefined) return base;
			const shelf = shelfOf(guildId);
			shelf.reading ??= read(guildId, shelf);
			return shelf.catalogue ?? base;
		},
		refresh(guildId) {
			const affected = guildId === undefined ? [...shelves.values()] : [shelves.get(guildId)];
			for (const shelf of affected) if (shelf) shelf.reading = undefined;
		},
	};
}

/** The entries that the server words in its own way. */
function applyWordings(
	shipped: readonly ServerEntry[],
	wordings: ReadonlyMap<EntryId, OwnWording>,
): ServerEntry[] {
	return shipped.flatMap((entry) => {
		const own = wordings.get(entry.id);
		return own ? [{ ...entry, ...own }] : [];
	});
}
