import type { AddFeature } from './sparse-vector.ts';

/** Where hashes begin: another for each kind of feature, so that a word and a piece of a word do not meet. */
export function kindOf(name: string): number {
	return extend(0x811c9dc5, name);
}

/** Goes on with a hash over more text: FNV-1a over UTF-16 units, mixed a little more because its low bits are used alone. */
export function extend(hash: number, text: string): number {
	let code = hash;
	for (let at = 0; at < text.length; at += 1) code = step(code, text.charCodeAt(at));
	return code;
}

/** Adds every piece of `shortest` to `longest` letters of a word, its ends marked. */
export function addPieces(
	{
		kind,
		word,
		shortest,
		longest,
		weight,
	}: { kind: number; word: string; shortest: number; longest: number; weight: number },
	add: AddFeature,
): void {
	const framed = `<${word}>`;
	for (let start = 0; start + shortest <= framed.length; start += 1) {
		let code = kind;
		const end = Math.min(framed.length, start + longest);
		for (let at = start; at < end; at += 1) {
			code = step(code, framed.charCodeAt(at));
			if (at - start + 1 >= shortest) add(code, weight);
		}
	}
}

function step(code: number, unit: number): number {
	const next = Math.imul(code ^ unit, 0x01000193);
	return next ^ (next >>> 13);
}
