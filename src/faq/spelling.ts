import { slipsBetween } from '../core/slips.ts';

/** Words that are written as meant, and those among them that a slip may have been aimed at. */
export interface Vocabulary {
	known: ReadonlySet<string>;
	/** The commonest first: of equally near ones it wins. */
	targets: ReadonlySet<string>;
}

/** Gives a word its likely spelling, or back as it is. */
export type RepairSpelling = (word: string) => string;

/** Shorter words change their meaning with a letter. */
const SHORTEST = 4;
/** From this length on two slips are forgiven. */
const LONG = 8;

/**
 * Repairs slips in words that nobody is known to write so: a letter dropped, added, swapped with its neighbour or taken for
 * another; two such in long words. Of several words it may have been, one that begins and ends alike comes first, then the
 * commonest.
 */
export function createSpelling({ known, targets }: Vocabulary): RepairSpelling {
	const rankOf = new Map([...targets].map((target, rank) => [target, rank]));
	const byRest = new Map<string, string[]>();
	for (const target of targets) {
		if (target.length < SHORTEST) continue;
		for (const rest of restsOf(target)) {
			const words = byRest.get(rest);
			if (words) words.push(target);
			else byRest.set(rest, [target]);
		}
	}

	return (word) => {
		if (word.length < SHORTEST || known.has(word) || targets.has(word) || /\d/.test(word)) return word;
		let best: { target: string; cost: number; rank: number } | undefined;
		for (const rest of restsOf(word))
			for (const target of byRest.get(rest) ?? []) {
				const slips = slipsBetween(word, target);
				if (slips > (Math.min(word.length, target.length) >= LONG ? 2 : 1)) continue;
				const cost = slips + (word[0] === target[0] ? 0 : 0.5) + (word.at(-1) === target.at(-1) ? 0 : 0.25);
				const rank = rankOf.get(target) ?? 0;
				if (best === undefined || cost < best.cost || (cost === best.cost && rank < best.rank))
					best = { target, cost, rank };
			}
		return best?.target ?? word;
	};
}

/** The word, and what is left of it when one letter is taken out, or two of a long one: words one slip apart have one in common. */
function restsOf(word: string): Set<string> {
	const rests = new Set([word]);
	for (let at = 0; at < word.length; at += 1) {
		const rest = word.slice(0, at) + word.slice(at + 1);
		rests.add(rest);
		if (word.length < LONG) continue;
		for (let second = at; second < rest.length; second += 1)
			rests.add(rest.slice(0, second) + rest.slice(second + 1));
	}
	return rests;
}
