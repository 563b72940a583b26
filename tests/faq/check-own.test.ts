import { describe, expect, test } from 'vitest';
import type { EntryTexts } from '../../src/core/entry-texts.ts';
import { createOwnCheck, linksTo } from '../../src/faq/check-own.ts';
import { anEntry } from '../support/an-app.ts';

const others = [
	anEntry({ id: 'gut', title: 'Is the gut a brain?', aliases: ['belly'], related: ['sleep'] }),
	anEntry({ id: 'sleep', title: 'Does sleep matter?', aliases: ['bedtime', '🛏️'] }),
];
const check = createOwnCheck(others);

const good: EntryTexts = {
	title: 'When do we meet?',
	answer: 'We meet on Thursdays. Come along.',
	aliases: ['meet-up'],
	topic: 'about',
};

describe('an entry that moderators write', () => {
	test('has nothing against it when it is well worded and its names are free', () => {
		expect(check('meet-up', good)).toEqual({ blocking: [], warnings: [] });
	});

	test.each([
		['its answer', { answer: 'Kimchi will cure your acne. Eat it.' }],
		['its title', { title: 'Kimchi will cure your acne' }],
	])('cannot be saved with banned wording in %s', (_where, changes) => {
		const { blocking } = check('meet-up', { ...good, ...changes });
		expect(blocking).not.toEqual([]);
		for (const sentence of blocking) expect(sentence).toMatch(/cure.*\.$/i);
	});

	test('hears of the same wording once', () => {
		const cure = 'Kimchi will cure your acne.';
		const once = check('meet-up', { ...good, answer: cure }).blocking;
		expect(check('meet-up', { ...good, title: cure, answer: cure }).blocking).toEqual(once);
	});

	test('may be found by what members ask, however they put it', () => {
		expect(check('meet-up', { ...good, aliases: ['kimchi will cure my acne'] }).blocking).toEqual([]);
	});

	test.each([
		[
			'another’s title',
			{ title: 'does SLEEP matter' },
			'“does SLEEP matter” is already a name of “Does sleep matter?” (sleep).',
		],
		[
			'another’s alias',
			{ aliases: ['Belly!'] },
			'“Belly!” is already a name of “Is the gut a brain?” (gut).',
		],
		['its own title', { aliases: ['When do we meet'] }, '“When do we meet” stands here twice.'],
		['its own alias', { aliases: ['call', 'Call'] }, '“Call” stands here twice.'],
		['nothing but signs', { aliases: ['🍱'] }, '“🍱” has no words to find it by.'],
	])('is warned of a name that is %s', (_what, changes, warning) => {
		expect(check('meet-up', { ...good, ...changes })).toEqual({ blocking: [], warnings: [warning] });
	});

	test('may keep its own names', () => {
		const { title, aliases } = anEntry({ title: 'Is the gut a brain?', aliases: ['belly'] });
		expect(check('gut', { ...good, title, aliases }).warnings).toEqual([]);
	});

	test('hears who has its name even when it is not the only one', () => {
		const shared = createOwnCheck([...others, anEntry({ id: 'meet-up', title: 'Meet', aliases: ['belly'] })]);
		expect(shared('meet-up', { ...good, aliases: ['belly'] }).warnings).toEqual([
			'“belly” is already a name of “Is the gut a brain?” (gut).',
		]);
	});
});

test('entries that lead to another are found, but not the other itself', () => {
	const all = [...others, anEntry({ id: 'circle', related: ['circle'] })];
	expect(linksTo('sleep', all).map(({ id }) => id)).toEqual(['gut']);
	expect(linksTo('circle', all)).toEqual([]);
});
