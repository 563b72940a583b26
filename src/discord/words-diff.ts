import { diffWordsWithSpace } from 'diff';

/** Texts that differ more are shown whole, one after the other: comparing them would hold everybody else up. */
const MOST_DIFFERENCES = 500;

/** What changed between two texts, word by word: what went is struck through, what came is bold. */
export function diffWords(before: string, after: string): string {
	const pieces = diffWordsWithSpace(before, after, { maxEditLength: MOST_DIFFERENCES }) ?? [
		{ value: before, removed: true, added: false },
		{ value: after, removed: false, added: true },
	];
	return pieces
		.map(({ value, added, removed }) => (added ? mark(value, '**') : removed ? gone(value) : plain(value)))
		.join('');
}

/** Spaces that went are no loss. */
function gone(text: string): string {
	return text.trim() === '' ? '' : mark(text, '~~');
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
