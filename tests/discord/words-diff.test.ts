import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords } from '../../src/discord/words-diff.ts';

describe('what changed between two texts', () => {
	test.each([
		['nothing', 'Eat kimchi.', 'Eat kimchi.', 'Eat kimchi.'],
		['a word', 'Eat more kimchi', 'Eat less kimchi', 'Eat ~~more~~**less** kimchi'],
		['a word that came', 'Eat kimchi', 'Eat some kimchi', 'Eat **some** kimchi'],
		['a word that went', 'Eat some kimchi', 'Eat kimchi', 'Eat ~~some~~ kimchi'],
		['all', '', 'Eat kimchi', '**Eat kimchi**'],
		['the whole text', 'Eat kimchi', '', '~~Eat kimchi~~'],
		['lines, each marked by itself', '', 'One\nTwo\n\nThree', '**One**\n**Two**\n\n**Three**'],
		['spaces alone, which nobody sees', 'a b', 'a  b', 'a  b'],
		['amounts of money', '', 'costs $$5, $& or $1', '**costs $$5, $& or $1**'],
	])('shows %s', (_what, before, after, shown) => {
		expect(diffWords(before, after)).toBe(shown);
	});

	test.each([
		['marks', '**bold** ~~gone~~ _so_ `code` ||hidden||'],
		['a mention of everyone', '@everyone'],
		['a mention of a member', '<@123456789012345678>'],
		['a quote and a heading', '> # Loud'],
		['a link that says something else', '[safe](https://example.org)'],
		['a backslash', '\\*'],
	])('shows %s as text, changed or not', (_what, signs) => {
		const bare = (text: string) => text.replace(/\\(.)/gs, '');
		for (const shown of [diffWords(signs, signs), diffWords('', signs), diffWords(signs, '')])
			expect(bare(shown).replace(/^(\*\*|~~)|(\*\*|~~)$/g, '')).not.toMatch(/[*_~`|>#<@\\[\]]/);
	});

	test('is shown whole, old before new, where next to nothing stayed', () => {
		const [before, after] = ['界', '限'].map((sign) => sign.repeat(1_000));
		expect(diffWords(`${before} a`, `${after} a`)).toBe(`~~${before} a~~\n**${after} a**`);
	});

	test('is shown whole where a text was written anew, and not where a sentence was added to it', () => {
		const was = 'Fermented foods do, such as kimchi and kombucha. Start with a small portion.';
		const anew = 'Kimchi is what our members like best, with a spoonful to begin.';
		expect(diffWords(was, anew)).toBe(`~~${was}~~\n**${anew}**`);
		const more = 'Ask a provider first if you are pregnant.';
		expect(diffWords(was, `${was} ${more}`)).toBe(`${was} **${more}**`);
	});

	test('leaves no empty line where a long text came or went altogether', () => {
		const long = 'It may be for many people. Start with a small glass, and wait.';
		expect(diffWords('', long)).toBe(`**${long}**`);
		expect(diffWords(long, '')).toBe(`~~${long}~~`);
	});

	test('loses no character of either text', () => {
		// Letters stand for the marks of the difference, which any text may have itself.
		const words = fc.stringMatching(/^[a-c $&1\n]{0,30}$/);
		fc.assert(
			fc.property(words, words, (before, after) => {
				const squeezed = (text: string) => text.replace(/\s+/g, '');
				const shown = diffWords(before, after);
				const kept = (drop: RegExp) => squeezed(shown.replace(drop, '').replace(/\*\*|~~/g, ''));
				expect(kept(/\*\*[^\n]*?\*\*/g)).toBe(squeezed(before));
				expect(kept(/~~[^\n]*?~~/g)).toBe(squeezed(after));
			}),
		);
	});
});
