import { describe, expect, test } from 'vitest';
import { cut, select, shorten } from '../../src/discord/components.ts';
import { escaped } from '../../src/discord/escaped.ts';

describe('a text that is too long', () => {
	test.each([
		['is cut with a sign', 'abcdef', 4, 'abc…'],
		['is never cut in the middle of a character', 'ab👍cd', 4, 'ab…'],
		['is left as it is when it fits', 'ab👍', 4, 'ab👍'],
	])('%s', (_what, text, longest, shown) => {
		expect(shorten(text, longest)).toBe(shown);
	});

	test('is cut without a sign where it goes on elsewhere', () => {
		expect([cut('ab👍cd', 3), cut('ab👍cd', 4)]).toEqual(['ab', 'ab👍']);
	});
});

test('labels of a select are shortened together until they fit, and values never', () => {
	const options = Array.from({ length: 25 }, (_, n) => ({ label: '界'.repeat(100), value: `value-${n}` }));
	const [menu] = select('x', 'Pick', options, 4_000).components;
	const labels = new Set(menu?.options.map(({ label }) => label.length));
	expect(labels).toEqual(new Set([35]));
	expect(menu?.options.map(({ value }) => value)).toEqual(options.map(({ value }) => value));
	expect(select('x', 'Pick', options.slice(0, 2)).components[0]?.options[0]?.label).toHaveLength(100);
});

test('a text that is escaped is shown as it was typed', () => {
	expect(escaped('**free** [prizes](https://x.org) <@1> @everyone')).toBe(
		'\\*\\*free\\*\\* \\[prizes\\](https://x.org) \\<\\@1\\> \\@everyone',
	);
});
