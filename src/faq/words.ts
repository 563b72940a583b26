/** Words so common in questions that they say nothing about the subject. */
const EMPTY = new Set(
	`wat wot teh hello thanks thank thx a about after all also am an and any anyone are as at be because been being but by can cant could did do does doesnt doing dont for from
	get gets getting give got had has have having he help her here hey hi him his how i if im in into is isnt it its just know like lol
	make makes many may me might more much my need no not of off ok okay on one or other our out over people please pls rn say should
	so some someone something tell than thanks that thats the their them then there these they thing things this those though to too u
	up ur us use very want was way we were what whats when where which while who why will with wont would yes you your`
		.split(/\s+/)
		.filter(Boolean),
);

/** A text in lower case without accents, apostrophes and punctuation, as words. */
export function wordsOf(text: string): string[] {
	const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’]/g, '').toLowerCase();
	return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A title or alias as it is found and compared: case, accents and punctuation make no difference. */
export function nameOf(text: string): string {
	return wordsOf(text).join(' ');
}

/** The word that a search looks for, or `undefined` when it carries no meaning: without a plural ending, since texts and questions differ in it. */
export function meaningOf(word: string): string | undefined {
	if (EMPTY.has(word)) return undefined;
	if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (
		word.length > 3 &&
		word.endsWith('s') &&
		!word.endsWith('ss') &&
		!word.endsWith('us') &&
		!word.endsWith('is')
	)
		return word.slice(0, -1);
	return word;
}
