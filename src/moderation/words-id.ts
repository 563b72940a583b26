import { createHash } from 'node:crypto';

/** A short name of a text: the same for texts that differ only in case, accents, punctuation and spaces. */
export function wordsId(text: string): string {
	const words = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu) ?? [text];
	return createHash('sha256').update(words.join(' ')).digest('base64url').slice(0, 16);
}
