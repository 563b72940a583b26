import { describe, expect, test } from 'vitest';
import { readDraft, readSoFar } from '../../../src/sandbox/page/composer/draft-values.ts';
import { filterLeaves, leavesOf, readTyped } from '../../../src/sandbox/page/composer/leaves.ts';
import { type CommandOption, command } from '../../../src/sandbox/wire/command.ts';

const sub = (name: string, options: object[] = []) => ({ type: 1, name, description: '', options });
const text = { type: 3, name: 'question', description: '' };
const commands = [
	{ name: 'ask', options: [text] },
	{ name: 'ask-all' },
	{ name: 'nudges', options: [sub('start', [text]), sub('stop')] },
	{ name: 'faq', options: [{ ...sub('entry', [sub('edit')]), type: 2 }] },
	{ name: 'Praise', type: 3 },
].map((each, index) => command.parse({ id: `${index}`, version: '1', ...each }));
const leaves = leavesOf(commands);

describe('leavesOf()', () => {
	test('names what can be used by itself, sub-commands with the names above them', () => {
		expect(leaves.map(({ name }) => name)).toEqual([
			'ask',
			'ask-all',
			'nudges start',
			'nudges stop',
			'faq entry edit',
		]);
	});
});

describe('filterLeaves()', () => {
	test.each([
		['/', ['ask', 'ask-all', 'nudges start', 'nudges stop', 'faq entry edit']],
		['/nu', ['nudges start', 'nudges stop']],
		['/NUDGES st', ['nudges start', 'nudges stop']],
		['/st', ['nudges start', 'nudges stop']],
		['/zz', []],
	])('lists for “%s”: %j', (typed, names) => {
		expect(filterLeaves(leaves, typed).map(({ name }) => name)).toEqual(names);
	});
});

describe('readTyped()', () => {
	test.each([
		['/ask', undefined],
		['/ask ', ['ask', '']],
		['/ask is kimchi good', ['ask', 'is kimchi good']],
		['/nudges ', undefined],
		['/nudges start sleep', ['nudges start', 'sleep']],
		['/unknown thing', undefined],
	])('takes “%s” for %j', (typed, expected) => {
		const read = readTyped(leaves, typed);
		expect(read && [read.leaf.name, read.rest]).toEqual(expected);
	});
});

describe('readDraft()', () => {
	const option = (rest: Partial<CommandOption>): CommandOption => ({
		type: 3,
		name: 'x',
		description: '',
		...rest,
	});
	test.each([
		['text as it is typed', option({}), { typed: 'a b' }, { value: 'a b' }],
		[
			'what was picked rather than what is shown',
			option({}),
			{ typed: 'Berlin', picked: 'Europe/Berlin' },
			{ value: 'Europe/Berlin' },
		],
		['nothing where nothing is needed', option({}), undefined, 'empty'],
		[
			'a complaint where something is needed',
			option({ required: true }),
			{ typed: ' ' },
			{ error: 'This option is required. Specify a value.' },
		],
		[
			'a complaint for what is not in the list',
			option({ type: 5 }),
			{ typed: 'perhaps' },
			{ error: 'Choose one from the list.' },
		],
		['a whole number', option({ type: 4 }), { typed: ' 42 ' }, { value: 42 }],
		[
			'a complaint for half a number',
			option({ type: 4 }),
			{ typed: '1.5' },
			{ error: 'Enter a whole number.' },
		],
		[
			'a complaint for too much',
			option({ type: 10, max_value: 5 }),
			{ typed: '5.1' },
			{ error: 'Must be 5 or less.' },
		],
		[
			'a complaint for too little',
			option({ type: 10, min_value: 1 }),
			{ typed: '0' },
			{ error: 'Must be 1 or more.' },
		],
		[
			'a complaint for too short a text',
			option({ min_length: 3 }),
			{ typed: 'ab' },
			{ error: 'Must be at least 3 characters.' },
		],
		[
			'a complaint for too long a text',
			option({ max_length: 3 }),
			{ typed: 'abcd' },
			{ error: 'Must be 3 or fewer characters.' },
		],
	])('gives %s', (_what, given, draft, expected) => {
		expect(readDraft(given, draft)).toEqual(expected);
	});

	test('tells the bot meanwhile only what is right already', () => {
		const options = [option({ name: 'a' }), option({ name: 'b', type: 4 }), option({ name: 'c' })];
		expect(readSoFar(options, { a: { typed: 'x' }, b: { typed: 'y' } })).toEqual({ a: 'x' });
	});
});
