import type { EntryId, Topic } from '../core/entry-texts.ts';
import type { Answer, Matched, OwnState, ServerEntry, Verdict } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import type { Entry } from './entry.ts';
import { findAnswer } from './find-answer.ts';
import { landsOn } from './rehearse.ts';
import type { ServerCatalogues } from './server-catalogues.ts';

/** Undefined outside servers: then the shipped entries answer. */
type Place = string | undefined;

interface Dependencies {
	catalogues: ServerCatalogues;
	/** Looks for red flags. Asked before any search. */
	checkRedFlags(question: string): Verdict | undefined;
}

/** Answers questions from the entries, as the moderators of the asker's server have worded them. */
export interface Faq {
	answer(asked: { guildId: Place; question: string }): Promise<Answer>;
	entry(guildId: Place, id: EntryId): Promise<ServerEntry | undefined>;
	/** The entry that a moderator picked or typed: by id, title or alias. */
	find(guildId: Place, text: string): Promise<ServerEntry | undefined>;
	related(guildId: Place, entry: Entry): Promise<ServerEntry[]>;
	/** The entries on a topic, in the order to read them. */
	browse(guildId: Place, topic: Topic): Promise<ServerEntry[]>;
	/** Titles for autocomplete, from memory; `only` those that are wanted. */
	complete(guildId: Place, typed: string, only?: (entry: ServerEntry) => boolean): ServerEntry[];
	/** Entries that the server has hidden or deleted, from memory. */
	notShown(guildId: Place): { id: EntryId; title: string }[];
	/** The entries that fit a question best, the likeliest first, however unlikely. */
	closest(guildId: Place, question: string, most: number): Promise<ServerEntry[]>;
	/** Every entry that the server shows. */
	all(guildId: Place): Promise<readonly ServerEntry[]>;
	/** The same place with other states laid over the shipped entries, to see what a change would do. */
	withStates(states: ReadonlyMap<EntryId, OwnState>): Catalogue;
	/** The entry that a question is answered with in a place, or that is offered first. */
	landsOn(guildId: Place, question: string): Promise<EntryId | undefined>;
}

/** Discord shows at most 25 suggestions. */
const MOST_COMPLETIONS = 25;

export function createFaq({ catalogues, checkRedFlags }: Dependencies): Faq {
	async function related(guildId: Place, entry: Entry): Promise<ServerEntry[]> {
		const catalogue = await catalogues.of(guildId);
		return entry.related.map((id) => catalogue.get(id)).filter((other) => other !== undefined);
	}
	async function match(guildId: Place, question: string): Promise<Matched> {
		const found = findAnswer(await catalogues.of(guildId), question);
		return found.band === 'answer' ? { ...found, related: await related(guildId, found.entry) } : found;
	}

	return {
		related,
		async answer({ guildId, question }) {
			const verdict = checkRedFlags(question);
			if (verdict?.kind === 'care') return { band: 'care', reply: verdict.reply };
			const matched = await match(guildId, question);
			return verdict ? { ...matched, caution: verdict.reply } : matched;
		},
		entry: async (guildId, id) => (await catalogues.of(guildId)).get(id),
		async find(guildId, text) {
			const catalogue = await catalogues.of(guildId);
			return catalogue.get(text) ?? catalogue.named(text);
		},
		browse: async (guildId, topic) => (await catalogues.of(guildId)).on(topic),
		closest: async (guildId, question, most) =>
			(await catalogues.of(guildId))
				.match(question)
				.ranked.slice(0, most)
				.map(({ entry }) => entry),
		all: async (guildId) => (await catalogues.of(guildId)).all,
		withStates: (states) => catalogues.withStates(states),
		landsOn: async (guildId, question) => landsOn(await catalogues.of(guildId), question),
		complete(guildId, typed, only) {
			const catalogue = catalogues.atHand(guildId);
			if (only === undefined) return catalogue.complete(typed, MOST_COMPLETIONS);
			return catalogue.complete(typed, Number.POSITIVE_INFINITY).filter(only).slice(0, MOST_COMPLETIONS);
		},
		notShown: (guildId) => catalogues.notShown(guildId),
	};
}
