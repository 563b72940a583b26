/** Several words that say one thing, behind the word that the rules know it by. */
const groups: readonly string[] = [
	'cannot: can not, can t, not able to, could not, not possible to',
	'dont: do not, don t, does not, did not',
	'wont: will not, won t, would not',
	'isnt: is not, are not, was not',
	'havent: have not, has not, had not',
	'i am: i m',
	'i have: i ve',
	'vomit: throw up, bring up',
	'vomits: throws up',
	'vomited: threw up, thrown up, brought up, thrown it up',
	'vomiting: throwing up, being sick, bringing up',
	'fainted: passed out, blacked out, keeled over, lost consciousness',
	'fainting: passing out, blacking out, losing consciousness',
	'faint: pass out, black out, lose consciousness',
	'faints: passes out',
	'chills: teeth chattering',
	'nonstop: non stop',
	'pregnant: up the duff, knocked up, bun in the oven, having a baby, baby on the way, in the family way, baby is due',
	'zpak: z pak',
	'water pills: water tablets',
	'unconscious: out cold',
	'lightheaded: light headed',
	'dizzy: head rush, head spinning',
	'breathless: short of breath, shortness of breath, short breath, short breathed, out of breath',
	'cannot breathe: cannot breath',
	'poop: number two, number 2, no 2, bowel movement, take a dump',
	'poops: bowel movements',
	'pooped: took a dump',
	'pooping: taking a dump',
	'diarrhea: the runs, the trots',
	'toiletpaper: toilet paper, loo roll',
	'ballooned: blew up, blown up',
	'puffed: puffed up',
	'swollen: swelled up',
	'stomachache: stomach ache, tummy ache, belly ache',
	'birthcontrol: birth control, contraceptive pill',
	'thepill: the pill',
	'breastfeed: breast feed',
	'breastfeeding: breast feeding',
	'breastfed: breast fed',
	'tryingtoconceive: trying to conceive, trying for a baby, trying to get pregnant, trying for baby',
	'cameoff: came off, come off, coming off, go off, going off, went off, get off, getting off, got off',
	'kill myself: kill my self, self delete, delete myself, delete my self, game end myself, neck myself, off myself, offed myself',
	'myself: my self',
	'himself: him self',
	'herself: her self',
	'anymore: any more, no more',
	'hang myself: rope myself',
	'kill themselves: off themselves',
	'kill himself: off himself',
	'kill herself: off herself',
	'suicide: commit toaster bath, toaster bath',
	'eatingdisorder: eating disorder, disordered eating',
	'overdose: over dose, o d',
	'overdosed: over dosed',
	'littleone: little one',
	'id rather: i would rather',
];

export type FixedPhrase = { readonly typed: readonly string[]; readonly plain: readonly string[] };

/** Fixed phrases by their first word, the longest first. */
export const fixedPhrases: ReadonlyMap<string, readonly FixedPhrase[]> = byFirstWord(
	groups.flatMap((group) => {
		const [plain = '', typed = ''] = group.split(': ');
		return typed.split(', ').map((phrase) => ({ typed: phrase.split(' '), plain: plain.split(' ') }));
	}),
);

function byFirstWord(phrases: readonly FixedPhrase[]): ReadonlyMap<string, readonly FixedPhrase[]> {
	const sorted = phrases.toSorted((one, other) => other.typed.length - one.typed.length);
	const grouped = new Map<string, FixedPhrase[]>();
	for (const phrase of sorted) {
		const first = phrase.typed[0] ?? '';
		grouped.set(first, [...(grouped.get(first) ?? []), phrase]);
	}
	return grouped;
}
