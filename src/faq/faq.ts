import type { Answer, CareReply, ServerEntry } from './answer.ts';
import { chooseBand } from './choose-band.ts';
import type { Entry, EntryId } from './entry.ts';
import type { ServerCatalogues } from './server-catalogues.ts';

/** Undefined outside servers: then the shipped entries answer. */
type Place = string | undefined;

interface Dependencies {
	catalogues: ServerCatalogues;
	/** Directs to care where a question carries a red flag. Asked before any search. */
	checkRedFlags(question: string): CareReply | undefined;
}

/** Answers questions from the entries, as the moderators of the asker's server have worded them. */
export interface Faq {
	answer(asked: { guildId: Place; question: string }): Promise<Answer>;
	entry(guildId: Place, id: EntryId): Promise<ServerEntry | undefined>;
	/** The entry that a moderator picked or typed: by id, title or alias. */
	find(guildId: Place, text: string): Promise<ServerEntry | undefined>;
	related(guildId: Place, entry: Entry): Promise<ServerEntry[]>;
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
	return {
		related,
		async answer({ guildId, question }) {
			const reply = checkRedFlags(question);
			if (reply) return { band: 'care', reply };
			const catalogue = await catalogues.of(guildId);
			const named = catalogue.named(question);
			const chosen = named ? undefined : chooseBand(catalogue.match(question));
			const entry = named ?? (chosen?.band === 'answer' ? chosen.match.entry : undefined);
			if (entry) return { band: 'answer', entry, related: await related(guildId, entry) };
			if (chosen?.band === 'suggest')
				return { band: 'suggest', candidates: chosen.matches.map((match) => match.entry) };
			return { band: 'none' };
		},
		entry: async (guildId, id) => (await catalogues.of(guildId)).get(id),
		async find(guildId, text) {
			const catalogue = await catalogues.of(guildId);
			return catalogue.get(text) ?? catalogue.named(text);
		},
		complete: (guildId, typed) => catalogues.atHand(guildId).complete(typed, MOST_COMPLETIONS),
	};
}
