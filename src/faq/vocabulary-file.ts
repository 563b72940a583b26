import type { Vocabulary } from './spelling.ts';

/** Marks words that a slip may have been aimed at. */
const TARGET = '*';

/** A word a line: first the targets, marked, in their order; then the others. */
export function writeVocabulary({ known, targets }: Vocabulary): string {
	const others = [...known].filter((word) => !targets.has(word)).sort();
	return `${[...[...targets].map((word) => word + TARGET), ...others].join('\n')}\n`;
}

export function readVocabulary(text: string): Vocabulary {
	const lines = text.split('\n').filter(Boolean);
	const bare = (line: string) => (line.endsWith(TARGET) ? line.slice(0, -1) : line);
	return {
		known: new Set(lines.map(bare)),
		targets: new Set(lines.filter((line) => line.endsWith(TARGET)).map(bare)),
	};
}
