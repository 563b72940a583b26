import { chatWords } from './chat-words.ts';
import { wordsOf } from './words.ts';

/** No place in Gutsy takes a longer question; the rest of a longer text would only cost time. */
const LONGEST = 2_000;

/** The words of a question as it was meant: chat spelling put right, stretched letters let go. */
export function readQuestion(text: string): string[] {
	return wordsOf(text.slice(0, LONGEST).replace(/(\p{L})\1{2,}/gu, '$1$1')).flatMap(
		(word) => chatWords.get(word) ?? [word],
	);
}
