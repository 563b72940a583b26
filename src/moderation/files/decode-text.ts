import { MOST_BYTES } from './entry-row.ts';

/** The text of a file, or why it has none. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/** Reads bytes as UTF-8, with or without a byte order mark. Another encoding is named as far as it can be told. */
export function decodeText(bytes: Uint8Array): Decoded {
	if (bytes.byteLength > MOST_BYTES) return { problem: 'The file is larger than 1 MiB.' };
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
		return { problem: 'The file is written in UTF-16. Please save it as UTF-8.' };
	if (bytes.includes(0))
		return {
			problem: 'The file has zero bytes: it is no text, or written in UTF-16. Please save it as UTF-8.',
		};
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return text.trim() === '' ? { problem: 'The file is empty.' } : { text };
	} catch {
		return { problem: 'The file is not written in UTF-8, perhaps in Latin-1. Please save it as UTF-8.' };
	}
}
