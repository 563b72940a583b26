import type { EntryId } from '../core/entry-texts.ts';
import type { ContentProblem } from './content-error.ts';
import type { Entry } from './entry.ts';
import { nameOf } from './words.ts';

/** Finds what is wrong between entries: wording that two of them claim, and links that lead nowhere. */
export function checkTogether(entries: readonly Entry[], ids: ReadonlySet<EntryId>): ContentProblem[] {
	return [...takenWordings(entries), ...entries.flatMap((entry) => brokenLinks(entry, ids))];
}

function takenWordings(entries: readonly Entry[]): ContentProblem[] {
	const owners = new Map<string, EntryId>();
	const problems: ContentProblem[] = [];
	for (const { id, title, aliases } of entries) {
		const wordings = [
			['title', title],
			...aliases.map((alias, index) => [`aliases.${index}`, alias]),
		] as const;
		for (const [field = '', wording = ''] of wordings) {
			const key = nameOf(wording);
			const owner = owners.get(key);
			if (owner === undefined) owners.set(key, id);
			else
				problems.push({ file: `${id}.md`, field, message: `"${wording}" is already taken by ${owner}.md` });
		}
	}
	return problems;
}

function brokenLinks({ id, related }: Entry, ids: ReadonlySet<EntryId>): ContentProblem[] {
	return related.flatMap((link, index) => {
		const file = `${id}.md`;
		const field = `related.${index}`;
		if (link === id) return [{ file, field, message: 'An entry cannot be related to itself' }];
		if (related.indexOf(link) !== index) return [{ file, field, message: `"${link}" is listed twice` }];
		return ids.has(link) ? [] : [{ file, field, message: `There is no entry "${link}"` }];
	});
}
