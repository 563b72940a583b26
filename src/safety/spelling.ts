import { createVowelFinder } from './vowelless.ts';

/** Gives a word its likely spelling, or back as it is. */
export type Speller = (word: string) => string;

const digitLetters: Readonly<Record<string, string>> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'@': 'a',
	$: 's',
	'!': 'i',
};
const confusable = ['aeiouy', 'ckqs', 'szx', 'fv', 'td', 'gj', 'mn'];
const shortest = 5;
const longest = 24;

/**
 * Makes a speller that turns slips into one of the `targets` and leaves every `known` word alone.
 *
 * Repairs stretched letters, digits for letters, starred-out letters, left-out vowels, and in words of five letters and more one
 * slip: a letter dropped, added, swapped with its neighbour, or taken for a similar one. The first letter must be
 * right.
 */
export function createSpeller({
	known,
	targets,
}: {
	known: ReadonlySet<string>;
	targets: ReadonlySet<string>;
}): Speller {
	const bySqueezed = new Map([...known, ...targets].map((word) => [squeeze(word), word]));
	const byInitial = groupBy(targets, (word) => word.charAt(0));
	const withVowels = createVowelFinder([...targets, ...known]);
	const byShape = groupBy([...known, ...targets], shapeOf);

	function isKnown(word: string): boolean {
		return known.has(word) || targets.has(word);
	}

	function repair(word: string): string | undefined {
		return word.length < shortest - 1 || word.length > longest
			? undefined
			: byInitial.get(word.charAt(0))?.find((target) => target.length >= shortest && isOneSlip(word, target));
	}

	return (word) => {
		if (isKnown(word)) {
			return word;
		}
		if (word.includes('*')) {
			return (
				byShape.get(shapeOf(word))?.find((candidate) => isStarred(word, candidate)) ??
				word.replaceAll('*', '')
			);
		}
		const lettered = withoutDigits(word);
		if (lettered !== word) {
			return isKnown(lettered) ? lettered : (repair(lettered) ?? word);
		}
		if (/(.)\1\1/u.test(word)) {
			return bySqueezed.get(squeeze(word)) ?? word.replace(/(.)\1{2,}/gu, '$1');
		}
		return withVowels(word) ?? repair(word) ?? word;
	};
}

function squeeze(word: string): string {
	return word.replace(/(.)\1+/gu, '$1');
}

function withoutDigits(word: string): string {
	return /[a-z]/.test(word) ? word.replace(/[013457@$!]/g, (sign) => digitLetters[sign] ?? sign) : word;
}

/** First letter and length, which starring out leaves alone. */
function shapeOf(word: string): string {
	return `${word.charAt(0)}${word.length}`;
}

function isStarred(word: string, candidate: string): boolean {
	return [...word].every((sign, at) => sign === '*' || sign === candidate[at]);
}

function groupBy(
	words: Iterable<string>,
	keyOf: (word: string) => string,
): ReadonlyMap<string, readonly string[]> {
	const groups = new Map<string, string[]>();
	for (const word of words) {
		const group = groups.get(keyOf(word)) ?? [];
		group.push(word);
		groups.set(keyOf(word), group);
	}
	return groups;
}

function isOneSlip(word: string, candidate: string): boolean {
	const difference = candidate.length - word.length;
	if (Math.abs(difference) > 1) {
		return false;
	}
	let at = 0;
	while (at < word.length && word[at] === candidate[at]) {
		at++;
	}
	if (difference === 1) {
		return word.slice(at) === candidate.slice(at + 1);
	}
	if (difference === -1) {
		return word.slice(at + 1) === candidate.slice(at);
	}
	const swapped = word[at] === candidate[at + 1] && word[at + 1] === candidate[at];
	return swapped
		? word.slice(at + 2) === candidate.slice(at + 2)
		: areSimilar(word[at], candidate[at]) && word.slice(at + 1) === candidate.slice(at + 1);
}

function areSimilar(one: string | undefined, other: string | undefined): boolean {
	return (
		one !== undefined &&
		other !== undefined &&
		confusable.some((group) => group.includes(one) && group.includes(other))
	);
}
