import type { EntryId, EntryTexts } from '../core/entry-texts.ts';
import type { ServerEntry } from './answer.ts';
import { checkWording } from './check-wording.ts';
import { nameOf } from './words.ts';

/** What is wrong with an entry as a moderator wants it, in sentences for the moderator. */
export interface OwnProblems {
	/** Never shown to members: the change cannot be saved. */
	readonly blocking: readonly string[];
	/** Worth a look; the moderator decides. */
	readonly warnings: readonly string[];
}

/** Checks entries against all that the server shows. */
export type CheckOwn = (id: EntryId, texts: EntryTexts) => OwnProblems;

/** @param others every entry that the server shows. */
export function createOwnCheck(others: readonly ServerEntry[]): CheckOwn {
	const owners = new Map<string, ServerEntry[]>();
	for (const other of others)
		for (const name of [other.title, ...other.aliases]) {
			const key = nameOf(name);
			owners.set(key, [...(owners.get(key) ?? []), other]);
		}

	/** Names that another entry goes by, too: only one of them can be found by it. */
	function takenNames(id: EntryId, { title, aliases }: EntryTexts): string[] {
		const seen = new Set<string>();
		return [title, ...aliases].flatMap((name) => {
			const key = nameOf(name);
			const owner = owners.get(key)?.find((other) => other.id !== id);
			const isTwice = seen.has(key);
			seen.add(key);
			if (key === '') return [`“${name}” has no words to find it by.`];
			if (owner !== undefined) return [`“${name}” is already a name of “${owner.title}” (${owner.id}).`];
			return isTwice ? [`“${name}” stands here twice.`] : [];
		});
	}

	return (id, texts) => ({ blocking: bannedIn(texts), warnings: takenNames(id, texts) });
}

/** What no answer may say, in sentences for the moderator; none when it may be saved. */
export function bannedIn({ title, answer }: Pick<EntryTexts, 'title' | 'answer'>): string[] {
	const banned = [title, answer].flatMap((text) => checkWording(text).map(({ message }) => `${message}.`));
	return [...new Set(banned)];
}

/** Entries that lead to one which will not be there any more. */
export function linksTo(id: EntryId, others: readonly ServerEntry[]): readonly ServerEntry[] {
	return others.filter((other) => other.id !== id && other.related.includes(id));
}
