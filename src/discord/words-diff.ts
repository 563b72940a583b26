import { diffWordsWithSpace } from 'diff';
import { shorten } from './components.ts';
import { escaped as plain } from './escaped.ts';

/** Texts that differ more are shown whole, one after the other: comparing them would hold everybody else up. */
const MOST_DIFFERENCES = 500;
/** Of longer texts, at least so much has to have stayed for a comparison word by word. */
const LEAST_STAYED = 0.5;
/** In letters. */
const SHORT = 40;

interface Piece {
	readonly value: string;
	readonly added: boolean;
	readonly removed: boolean;
}

/** What changed between two texts, word by word: what went is struck through, what came is bold. */
export function diffWords(before: string, after: string): string {
	const pieces = diffWordsWithSpace(before, after, { maxEditLength: MOST_DIFFERENCES });
	if (pieces === undefined || isRewritten(pieces, before, after))
		return [gone(before), mark(after, '**')].filter((part) => part !== '').join('\n');
	return pieces
		.map(({ value, added, removed }) => (added ? mark(value, '**') : removed ? gone(value) : plain(value)))
		.join('');
}

/** Whether so little stayed that the words of both, one between the other, would be read by nobody. */
function isRewritten(pieces: readonly Piece[], before: string, after: string): boolean {
	const stayed = pieces.filter(({ added, removed }) => !added && !removed).map(({ value }) => value);
	const longer = Math.max(lettersIn(before), lettersIn(after));
	return longer > SHORT && lettersIn(stayed.join('')) < longer * LEAST_STAYED;
}

function lettersIn(text: string): number {
	return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
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

/** Cuts such a text to a limit of Discord's without leaving a mark open. */
export function shortenMarked(text: string, longest: number): string {
	const cut = shorten(text, longest - 4).replace(/[*~]+…$/, '…');
	return ['~~', '**'].reduce(
		(whole, sign) => (whole.split(sign).length % 2 === 0 ? whole + sign : whole),
		cut,
	);
}
