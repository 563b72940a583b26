import type { EntryId, Topic } from '../core/entry-texts.ts';
import type { Answer, Matched, ServerEntry, Verdict } from './answer.ts';
import { chooseBand } from './choose-band.ts';
import type { Entry } from './entry.ts';
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
	/** Titles for autocomplete, from memory. */
	complete(guildId: Place, typed: string): ServerEntry[];
}

/** Discord shows at most 25 suggestions. */
const MOST_COMPLETIONS = 25;

export function createFaq({ catalogues, checkRedFlags }: Dependencies): Faq {
	async function related(guildId: Place, entry: Entry): Promise<ServerEntry[]> {
		const catalogue = await catalogues.of(guildId);
		return entry.related.map((id) => catalogue.get(id)).filter((other) => other !== undefined);
	}
	async function match(guildId: Place, question: string): Promise<Matched> {
		const catalogue = await catalogues.of(guildId);
		const named = catalogue.named(question);
		const matches = catalogue.match(question);
		const chosen = chooseBand(matches);
		const entry = named ?? (chosen.band === 'answer' ? chosen.match.entry : undefined);
		if (entry) return { band: 'answer', entry, related: await related(guildId, entry) };
		if (chosen.band === 'suggest')
			return { band: 'suggest', candidates: chosen.matches.map((each) => each.entry) };
		return { band: 'none', nearest: matches.ranked[0]?.entry.topic ?? 'basics' };
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
		complete: (guildId, typed) => catalogues.atHand(guildId).complete(typed, MOST_COMPLETIONS),
	};
}
