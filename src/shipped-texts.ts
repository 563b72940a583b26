import { entryTexts, MOST_ALIASES } from './core/entry-texts.ts';
import type { Entry } from './faq/entry.ts';
import type { ShippedTexts } from './moderation/stored-state.ts';

/** What Gutsy ships, as far as a server can word it in its own way. */
export function shippedTexts(entries: readonly Entry[]): ShippedTexts {
	const texts = new Map(
		entries.map(({ id, title, answer, aliases, topic }) => [
			id,
			entryTexts.parse({ title, answer, aliases: aliases.slice(0, MOST_ALIASES), topic }),
		]),
	);
	return (entry) => texts.get(entry);
}
