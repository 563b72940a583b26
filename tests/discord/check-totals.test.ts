import { describe, expect, test } from 'vitest';
import { checkTotals } from '../../src/discord/check-totals.ts';
import { button, buttons, card, text } from '../../src/discord/components.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => text(`Line ${index}`));

describe('checkTotals()', () => {
	test('lets an ordinary card pass', () => {
		expect(checkTotals([card(text('Hello')), buttons(button('More', 'entry:*:1:a'))])).toEqual([]);
	});

	test.each([
		['40 components with those inside', [card(...many(39))], []],
		['41 components with those inside', [card(...many(40))], ['41 components, at most 40']],
		['4,000 characters', [text('x'.repeat(2_000)), text('x'.repeat(2_000))], []],
		[
			'4,001 characters',
			[text('x'.repeat(2_000)), text('x'.repeat(2_001))],
			['4001 characters of text, at most 4000'],
		],
		['nothing', [], ['A message needs at least one component']],
	])('counts %s', (_what, components, problems) => {
		expect(checkTotals(components)).toEqual(problems);
	});

	test('counts bytes as they travel', () => {
		expect(checkTotals([text('界'.repeat(3_400))])).toEqual([
			expect.stringMatching(/^\d+ bytes, at most 10000$/),
		]);
	});

	test('finds two buttons with one custom id, wherever they are', () => {
		const twice = button('Again', 'entry:*:1:a');
		expect(checkTotals([buttons(twice), card(buttons(twice))])).toEqual([
			'The custom id entry:*:1:a is used more than once',
		]);
	});
});
