import { join } from 'node:path';
import type { Entry } from './faq/entry.ts';
import { loadEntries } from './faq/load-entries.ts';
import type { Catalogue } from './nudges/catalogue.ts';
import { loadCatalogue } from './nudges/load-catalogue.ts';
import { loadReplies, type SafetyReplies } from './safety/load-replies.ts';

/** All that members read and that is not code. */
export interface Content {
	entries: Entry[];
	nudges: Catalogue;
	safety: SafetyReplies;
}

/** Reads the content folder. Throws with every problem by file and field: Gutsy does not start on a broken base. */
export async function loadContent(folder: string): Promise<Content> {
	const entries = loadEntries(join(folder, 'faq'));
	const ids = new Set(entries.map(({ id }) => id));
	return {
		entries,
		nudges: await loadCatalogue(join(folder, 'nudges'), ids),
		safety: loadReplies(join(folder, 'safety')),
	};
}
