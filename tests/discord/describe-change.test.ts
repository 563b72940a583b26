import { describe, expect, test } from 'vitest';
import { describeDifference, describeNote, describeRevision } from '../../src/discord/describe-change.ts';
import { CHANGE_KINDS } from '../../src/moderation/stored-state.ts';
import { ANNA, aRevision, aState, BEN, someTexts } from './a-revision.ts';

describe('a step in the history of an entry', () => {
	test.each([
		['who, what and when', {}, `**1** · <@${ANNA}> changed **Kimchi?**, <t:1700000000:f>`],
		[
			'the change that it takes back',
			{ n: 9, kind: 'undo' as const, undoes: 4 },
			`**9** · <@${ANNA}> took back a change of **Kimchi?** (change 4), <t:1700000000:f>`,
		],
		[
			'who approved it',
			{ kind: 'add' as const, approvedBy: BEN },
			`**1** · <@${ANNA}> added **Kimchi?**, <t:1700000000:f>, approved by <@${BEN}>`,
		],
	])('tells %s', (_what, changes, line) => {
		expect(describeRevision(aRevision(changes), () => undefined)).toBe(line);
	});

	test.each([
		['the title that it has then', {}, 'Kimchi?'],
		[
			'the title that it had, once it is deleted',
			{ after: aState(), before: aState({ texts: someTexts({ title: 'Old' }) }) },
			'Old',
		],
		['the title that Gutsy ships', { after: aState({ hidden: true as const }) }, 'Shipped'],
	])('calls the entry by %s', (_what, changes, title) => {
		const shipped = () => someTexts({ title: 'Shipped' });
		expect(describeRevision(aRevision(changes), shipped)).toContain(`**${title}**`);
	});

	test('calls an entry that nobody knows any more by its id', () => {
		expect(describeRevision(aRevision({ after: aState() }), () => undefined)).toContain('**kimchi**');
	});

	test('has words of its own for each kind', () => {
		const lines = CHANGE_KINDS.map((kind) => describeRevision(aRevision({ kind }), () => undefined));
		expect(new Set(lines).size).toBe(CHANGE_KINDS.length);
	});
});

describe('what is different', () => {
	const before = aState({ texts: someTexts() });

	test('is told field by field, and not of fields that stayed', () => {
		const after = aState({
			texts: someTexts({
				answer: 'Eat less kimchi.',
				aliases: ['kimchi', 'cabbage'],
				source: 'https://example.org/',
			}),
		});
		expect(describeDifference({ before, after })).toBe(
			[
				'Answer: Eat ~~more~~**less** kimchi.',
				'Other names: kimchi**; cabbage**',
				'Source: **https://example.org/**',
			].join('\n'),
		);
	});

	test.each([
		['hidden', aState(), aState({ hidden: true }), 'Hidden: **yes**'],
		['brought back', aState({ hidden: true }), aState(), 'Hidden: ~~yes~~'],
		['found still right', aState(), aState({ reviewBy: '2027-05-01' }), 'Read again by: **2027-05-01**'],
		['hidden at once', undefined, aState({ hidden: true }), 'Hidden: **yes**'],
		['nothing', before, { ...before, version: 2 }, 'Nothing in the words.'],
	])('is told of an entry that was %s', (_what, was, after, told) => {
		expect(describeDifference({ ...(was && { before: was }), after })).toBe(told);
	});

	test('is told against what Gutsy ships, where the server has no words of its own', () => {
		const shipped = someTexts();
		const own = aState({ texts: someTexts({ answer: 'Eat less kimchi.' }) });
		expect(describeDifference({ after: own }, shipped)).toBe('Answer: Eat ~~more~~**less** kimchi.');
		expect(describeDifference({ after: aState({ hidden: true }) }, shipped)).toBe('Hidden: **yes**');
		expect(describeDifference({ before: own, after: aState() }, shipped)).toBe(
			'The server’s own words are gone.\nAnswer: Eat ~~less~~**more** kimchi.',
		);
	});

	test('is told of words that came and that went, as far as there were any', () => {
		expect(describeDifference({ after: before })).toBe(
			'Title: **Kimchi?**\nAnswer: **Eat more kimchi.**\nOther names: **kimchi**\nSubject: **food**',
		);
		expect(describeDifference({ before, after: aState() })).toBe(
			[
				'The server’s own words are gone.',
				'Title: ~~Kimchi?~~',
				'Answer: ~~Eat more kimchi.~~',
				'Other names: ~~kimchi~~',
				'Subject: ~~food~~',
			].join('\n'),
		);
	});
});

describe('a note', () => {
	test.each([
		['nothing', undefined, 9, ''],
		['as it was typed, on one line', 'See\n**this** ```', 99, '\n> See \\*\\*this\\*\\* \\`\\`\\`'],
		['cut to its room', 'Well put indeed', 9, '\n> Well put…'],
	])('is told as %s', (_how, note, longest, told) => {
		expect(describeNote({ note }, longest)).toBe(told);
	});
});
