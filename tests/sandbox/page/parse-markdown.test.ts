import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../../src/sandbox/page/markdown/markdown-tree.ts';
import { parseMarkdown } from '../../../src/sandbox/page/markdown/parse-blocks.ts';

/** A tree in a line, for reading: marks as `name(…)`, text as it is. */
function show(blocks: readonly Block[]): string {
	return blocks.map(showBlock).join(' | ');
}

function showBlock(block: Block): string {
	switch (block.kind) {
		case 'code':
			return `code[${block.text}]`;
		case 'list':
			return `${block.ordered ? `list from ${block.start}` : 'list'}(${block.items.map(show).join('; ')})`;
		case 'quote':
			return `quote(${show(block.inside)})`;
		case 'heading':
			return `heading ${block.level}(${showInlines(block.inside)})`;
		case 'small':
			return `small(${showInlines(block.inside)})`;
		case 'paragraph':
			return showInlines(block.inside);
	}
}

function showInlines(inlines: readonly Inline[]): string {
	return inlines.map(showInline).join('');
}

function showInline(inline: Inline): string {
	switch (inline.kind) {
		case 'text':
			return inline.text;
		case 'break':
			return '⏎';
		case 'code':
			return `code[${inline.text}]`;
		case 'link':
			return `link ${inline.href}(${showInlines(inline.inside)})`;
		case 'time':
			return `time ${inline.at} ${inline.style}`;
		case 'command':
		case 'emoji':
			return `${inline.kind} ${inline.name}`;
		case 'everyone':
			return `everyone ${inline.word}`;
		case 'user':
		case 'role':
		case 'channel':
			return `${inline.kind} ${inline.id}`;
		default:
			return `${inline.kind}(${showInlines(inline.inside)})`;
	}
}

describe('parseMarkdown()', () => {
	test.each([
		['bold, italic, both', '**a** *b* _c_ ***d***', 'bold(a) italic(b) italic(c) italic(bold(d))'],
		['underline, strike, spoiler', '__a__ ~~b~~ ||c||', 'underline(a) strike(b) spoiler(c)'],
		['marks in marks', '**a *b* __c__**', 'bold(a italic(b) underline(c))'],
		['code, in which nothing is a mark', '`**a**` ``b ` c``', 'code[**a**] code[b ` c]'],
		['a word with underscores', 'snake_case_name', 'snake_case_name'],
		['a star that stands alone', '2 * 3 * 4', '2 * 3 * 4'],
		['what is escaped', '\\*a\\* \\<@1>', '*a* <@1>'],
		[
			'a link with words',
			'[a **b**](https://example.org/x?y=1)',
			'link https://example.org/x?y=1(a bold(b))',
		],
		[
			'a bare link without the full stop',
			'See https://example.org/a.',
			'See link https://example.org/a(https://example.org/a).',
		],
		['a link without preview', '<https://example.org>', 'link https://example.org(https://example.org)'],
		['a link that would run', '[a](javascript:alert(1))', '[a](javascript:alert(1))'],
		['a link to data', '[a](data:text/html,x)', '[a](data:text/html,x)'],
		['HTML', '<b>a</b> <script>b</script>', '<b>a</b> <script>b</script>'],
		['a time', '<t:1700000000:R> <t:5>', 'time 1700000000 R time 5 f'],
		['a command', '</nudges start:123456>', 'command nudges start'],
		['mentions', '<@1> <@!2> <@&3> <#4> @everyone', 'user 1 user 2 role 3 channel 4 everyone everyone'],
		['an emoji of a server', '<:leaf:123>', 'emoji leaf'],
		['lines', 'a\nb', 'a⏎b'],
		['headings', '# a\n## b\n### c\n#### d', 'heading 1(a) | heading 2(b) | heading 3(c) | #### d'],
		['a hash without a space', '#ask', '#ask'],
		['small print', '-# a **b**', 'small(a bold(b))'],
		['a list', '- a\n- b', 'list(a; b)'],
		['a list in a list', '- a\n  - b\n- c', 'list(a | list(b); c)'],
		['a numbered list', '3. a\n4. b', 'list from 3(a; b)'],
		['a quote', '> a\n> b\nc', 'quote(a⏎b) | c'],
		['a quote to the end', '>>> a\nb', 'quote(a⏎b)'],
		['a code block', 'a\n```ts\nb **c**\n```\nd', 'a | code[b **c**] | d'],
	])('reads %s', (_what, text, tree) => {
		expect(show(parseMarkdown(text))).toBe(tree);
	});

	test('loses no letter, whatever is typed', () => {
		const letters = (text: string) => text.replaceAll(/[^a-z]/g, '');
		const typed = fc
			.array(
				fc.constantFrom('a', 'b', ' ', '\n', '*', '_', '~', '|', '`', '> ', '- ', '# ', '[', '](', ')', '\\'),
			)
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(typed, (text) => {
				const words = letters(
					show(parseMarkdown(text)).replaceAll(
						/bold|italic|underline|strike|spoiler|code|list from|list|quote|heading|small/g,
						'',
					),
				);
				expect(words).toBe(letters(text));
			}),
			{ seed: 7, numRuns: 300 },
		);
	});

	test.each([['*'], ['_'], ['|'], ['['], ['> '], ['- '], ['`'], ['~~'], ['[a]('], ['**a'], ['||*']])(
		'reads 4,000 characters of “%s” without getting lost in them',
		(part) => {
			const text = part.repeat(4000 / part.length);
			expect(parseMarkdown(text).length).toBeGreaterThan(0);
		},
	);
});
