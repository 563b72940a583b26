import { diffWordsWithSpace } from 'diff';

/** What changed between two texts, word by word: what went is struck through, what came is bold. */
export function diffWords(before: string, after: string): string {
	return diffWordsWithSpace(before, after)
		.map(({ value, added, removed }) =>
			added ? mark(value, '**') : removed ? mark(value, '~~') : plain(value),
		)
		.join('');
}

/** Marks do not reach over line breaks, and want no spaces inside. */
function mark(text: string, sign: string): string {
	return text.replace(/[^\n]+/g, (piece) => {
		const core = piece.trim();
		return core === '' ? piece : piece.replace(core, () => `${sign}${plain(core)}${sign}`);
	});
}

/** Signs that Discord would read as marks of its own, or as a mention. */
function plain(text: string): string {
	return text.replace(/[*_~`|>#<@\\[\]]/g, '\\$&');
}
