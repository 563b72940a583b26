import { create, insertMultiple, search } from '@orama/orama';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { ServerEntry } from '../src/faq/answer.ts';
import { createCatalogue } from '../src/faq/catalogue.ts';
import type { Learnt } from '../src/faq/learnt.ts';

/** Something that finds entries for a question. */
export interface SearchRival {
	name: string;
	/** The ids found, best first. */
	find(question: string): string[];
}

/** Each over the same entries: the shipped ones and, beside them, ones that a server wrote. */
export async function searchRivals(
	shipped: readonly ServerEntry[],
	own: readonly ServerEntry[],
	learnt: Learnt,
): Promise<SearchRival[]> {
	const all = [...shipped, ...own].map(({ id, title, aliases, phrasings, answer }) => ({
		id,
		title,
		aliases: aliases.join('\n'),
		phrasings: phrasings.join('\n'),
		answer,
	}));
	const fields: (keyof (typeof all)[number])[] = ['title', 'aliases', 'phrasings', 'answer'];

	const catalogue = createCatalogue(shipped, learnt).under(own);
	const mini = new MiniSearch({ fields });
	mini.addAll(all);
	const fuse = new Fuse(all, { keys: fields, includeScore: true, ignoreLocation: true, threshold: 0.6 });
	const orama = create({
		schema: { id: 'string', title: 'string', aliases: 'string', phrasings: 'string', answer: 'string' },
	});
	await insertMultiple(orama, all);

	return [
		{ name: 'gutsy', find: (question) => catalogue.match(question).ranked.map(({ entry }) => entry.id) },
		{
			name: 'minisearch',
			find: (question) =>
				mini
					.search(question, { fuzzy: 0.2, prefix: true, boost: { title: 2, aliases: 2 } })
					.map(({ id }) => String(id)),
		},
		{
			name: 'orama',
			find(question) {
				const found = search(orama, { term: question, properties: fields, tolerance: 1, limit: 10 });
				if (found instanceof Promise) throw new TypeError('Orama was expected to answer at once');
				return found.hits.map(({ document }) => String(document['id']));
			},
		},
		{ name: 'fuse', find: (question) => fuse.search(question).map(({ item }) => item.id) },
	];
}
