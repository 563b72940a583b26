import { chatWords } from './chat-words.ts';
import type { RepairSpelling } from './spelling.ts';
import { wordsOf } from './words.ts';

/** No place in Gutsy takes a longer question; the rest of a longer text would only cost time. */
const LONGEST = 2_000;

/** The words of a question as it was meant: stretched letters let go, chat spelling put right, slips repaired. */
export function readQuestion(text: string, repair: RepairSpelling): string[] {
	return plainWordsOf(text).map(repair);
}

/** The same without repairing slips, for learning which words people write. */
export function plainWordsOf(text: string): string[] {
	return wordsOf(text.slice(0, LONGEST).replace(/(\p{L})\1{2,}/gu, '$1$1')).flatMap(
		(word) => chatWords.get(word) ?? [word],
	);
}
