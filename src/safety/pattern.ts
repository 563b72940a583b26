import { lexicon } from './lexicon.ts';

/** One word of a phrase: what it may be, and how far it may stand from the word before it. */
export type Step = {
	readonly words: ReadonlySet<string>;
	readonly stems: readonly string[];
	readonly optional: boolean;
	/** How many other words may stand before this one. */
	readonly gap: number;
	/** Whether those other words may start to speak of oneself ("my baby cries and I have acne"). */
	readonly changesPerson: boolean;
};

export type Phrase = readonly Step[];

const gaps: Readonly<Record<string, Pick<Step, 'gap' | 'changesPerson'>>> = {
	'..': { gap: 3, changesPerson: true },
	'...': { gap: 6, changesPerson: true },
	'~': { gap: 6, changesPerson: false },
};
const adjacent = { gap: 0, changesPerson: true };

/**
 * Reads one pattern: phrases joined by ` & ` that must all occur, in any order.
 *
 * In a phrase `a|b` is either word, `word?` may be left out, `word+` takes its endings (-s, -ed, -ing), `stem*` any
 * ending, `<name>` a class of the lexicon. `..` leaves room for 3 words, `...` for 6, `~` for 6 none of which is
 * "I", "me" or "my". Throws on an unknown class.
 */
export function readPattern(pattern: string): readonly Phrase[] {
	return pattern.split(' & ').map(readPhrase);
}

function readPhrase(source: string): Phrase {
	const steps: Step[] = [];
	let room = adjacent;
	for (const piece of source.trim().split(/\s+/)) {
		const gap = gaps[piece];
		if (gap !== undefined) {
			room = gap;
			continue;
		}
		const optional = piece.endsWith('?');
		steps.push({ ...readWords(optional ? piece.slice(0, -1) : piece), ...room, optional });
		room = adjacent;
	}
	if (steps[0] === undefined || steps[0].optional) {
		throw new Error(`A phrase must start with a word that is not optional: "${source}"`);
	}
	return steps;
}

function readWords(piece: string): Pick<Step, 'words' | 'stems'> {
	const words: string[] = [];
	const stems: string[] = [];
	for (const choice of piece.split('|').flatMap(expandClass)) {
		if (choice.endsWith('*')) {
			stems.push(choice.slice(0, -1));
		} else if (choice.endsWith('+')) {
			words.push(...withEndings(choice.slice(0, -1)));
		} else {
			words.push(choice);
		}
	}
	return { words: new Set(words), stems };
}

/** The words a class of the lexicon stands for, classes within it included. */
export function wordsOf(name: string): ReadonlySet<string> {
	return readWords(`<${name}>`).words;
}

function expandClass(choice: string): readonly string[] {
	if (!choice.startsWith('<')) {
		return [choice];
	}
	const members = lexicon[choice.slice(1, -1)];
	if (members === undefined) {
		throw new Error(`Unknown class ${choice}`);
	}
	return members.split(/\s+/).flatMap(expandClass);
}

function withEndings(word: string): readonly string[] {
	const stem = word.endsWith('e') ? word.slice(0, -1) : word;
	const past = word.endsWith('y') ? [`${word.slice(0, -1)}ied`, `${word.slice(0, -1)}ies`] : [`${stem}ed`];
	return [word, `${word}s`, `${stem}es`, ...past, `${stem}ing`];
}
