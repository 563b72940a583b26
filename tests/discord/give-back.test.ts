import { describe, expect, test } from 'vitest';
import { checkTotals } from '../../src/discord/check-totals.ts';
import { giveBack } from '../../src/discord/give-back.ts';
import { privately } from '../../src/discord/reply.ts';
import { said } from '../support/said.ts';

describe('what a member wrote is given back whole', () => {
	test.each([
		['in a block', 'x'.repeat(2_800)],
		['in a block, with all kinds of signs', 'Is *this* @everyone’s <@1> `word`?\n> yes\n'.repeat(20)],
	])('%s', (_how, written) => {
		const { components, files } = giveBack(written);
		expect(files).toBeUndefined();
		expect(said(privately(...components))).toContain(`\n${written}\n`);
	});

	test.each([
		['that is too long', 'x'.repeat(2_801)],
		['that takes too many bytes', '界'.repeat(2_800)],
		['that would break out of the block', 'before\n```\nafter'],
	])('in a file, where it is a text %s', (_why, written) => {
		const { components, files = [] } = giveBack(written);
		expect(files.map(({ data }) => data.toString())).toEqual([written]);
		expect(JSON.stringify(components)).toContain(`attachment://${files[0]?.name}`);
		expect(checkTotals(components)).toEqual([]);
	});
});
