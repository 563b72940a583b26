import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadEntries } from '../../src/faq/load-entries.ts';
import { checkRedFlags } from '../../src/safety/red-flags.ts';

const entries = loadEntries(fileURLToPath(new URL('../../content/faq', import.meta.url)));

describe('Roundabout ways of saying it', () => {
	test.each(
		linesOf('oblique.txt').map((line) => line.split(': ', 1).concat(line.slice(line.indexOf(': ') + 2))),
	)('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text ?? '')?.tier).toBe(tier);
	});
});

describe('Everyday questions', () => {
	test.each(linesOf('ordinary.txt'))('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});

	test.each(entries)('the titles and aliases of $id are ordinary', ({ title, aliases }) => {
		expect([title, ...aliases].filter((text) => checkRedFlags(text))).toStrictEqual([]);
	});
});

function linesOf(file: string): string[] {
	const path = fileURLToPath(new URL(`sentences/${file}`, import.meta.url));
	return readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line !== '');
}
