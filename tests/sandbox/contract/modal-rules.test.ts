import { describe, expect, test } from 'vitest';
import { answer, judgement } from './judgement.ts';

const input = { type: 4, custom_id: 'a', style: 1 };
const choices = [
	{ label: 'A', value: 'a' },
	{ label: 'B', value: 'b' },
];

function label(component: object, more: object = {}) {
	return { type: 18, label: 'Question', component, ...more };
}

function verdictOn(components: object[], modal: object = {}) {
	const data = { custom_id: 'modal', title: 'Title', components, ...modal };
	return judgement(answer, { type: 9, data }, { interactionKind: 'command' });
}

describe('a modal', () => {
	test.each([
		['a text input', [label(input)]],
		[
			'an explained text input',
			[label({ ...input, min_length: 1, max_length: 5, value: 'abc' }, { description: 'Why' })],
		],
		['a text of 4,000 characters', [label({ ...input, value: 'a'.repeat(4000) })]],
		['a string select', [label({ type: 3, custom_id: 'a', options: choices })]],
		[
			'a select that may stay empty',
			[label({ type: 3, custom_id: 'a', options: choices, min_values: 0, required: false })],
		],
		['a channel select', [label({ type: 8, custom_id: 'a' })]],
		['a file upload', [label({ type: 19, custom_id: 'a', max_values: 10 })]],
		['a radio group', [label({ type: 21, custom_id: 'a', options: choices })]],
		['a checkbox group', [label({ type: 22, custom_id: 'a', options: choices, max_values: 2 })]],
		['a checkbox', [label({ type: 23, custom_id: 'a' })]],
		['a text to read', [{ type: 10, content: 'Read me' }, label(input)]],
		['an old row', [{ type: 1, components: [{ ...input, label: 'Question' }] }]],
		['five parts', ['a', 'b', 'c', 'd', 'e'].map((custom_id) => label({ ...input, custom_id }))],
	])('may hold %s', (_case, components) => {
		expect(verdictOn(components)).toBe('accepted');
	});

	test.each([
		['nothing', [], 'BASE_TYPE_BAD_LENGTH'],
		[
			'six parts',
			['a', 'b', 'c', 'd', 'e', 'f'].map((custom_id) => label({ ...input, custom_id })),
			'BASE_TYPE_BAD_LENGTH',
		],
		['a bare text input', [input], '.0 UNION_TYPE_CHOICES'],
		[
			'a label with a button',
			[label({ type: 2, style: 1, label: 'A', custom_id: 'a' })],
			'.0.component UNION_TYPE_CHOICES',
		],
		['a label with nothing', [{ type: 18, label: 'A' }], '.0.component BASE_TYPE_REQUIRED'],
		[
			'a label above 45 characters',
			[label(input, { label: 'a'.repeat(46) })],
			'.0.label BASE_TYPE_BAD_LENGTH',
		],
		[
			'a description above 100 characters',
			[label(input, { description: 'a'.repeat(101) })],
			'.0.description BASE_TYPE_BAD_LENGTH',
		],
		[
			'one custom id twice',
			[label(input), label(input)],
			'.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
		],
		[
			'a label in a label',
			[label({ ...input, label: 'A' })],
			'.0.component.label TEXT_INPUT_LABEL_NOT_ALLOWED',
		],
		[
			'an old row without a label',
			[{ type: 1, components: [input] }],
			'.0.components.0.label BASE_TYPE_REQUIRED',
		],
		[
			'an old row of two',
			[
				{
					type: 1,
					components: [
						{ ...input, label: 'A' },
						{ ...input, label: 'B', custom_id: 'b' },
					],
				},
			],
			'.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
		],
		[
			'at least more than at most',
			[label({ ...input, min_length: 6, max_length: 5 })],
			'.0.component.min_length NUMBER_TYPE_MAX',
		],
		[
			'room for 4,001 characters',
			[label({ ...input, max_length: 4001 })],
			'.0.component.max_length NUMBER_TYPE_MAX',
		],
		[
			'a text that is too long for its input',
			[label({ ...input, max_length: 2, value: 'abc' })],
			'.0.component.value BASE_TYPE_BAD_LENGTH',
		],
		[
			'a disabled select',
			[label({ type: 3, custom_id: 'a', options: choices, disabled: true })],
			'.0.component.disabled SELECT_COMPONENT_DISABLED_IN_MODAL',
		],
		[
			'a required select that takes none',
			[label({ type: 3, custom_id: 'a', options: choices, min_values: 0 })],
			'.0.component.min_values NUMBER_TYPE_MIN',
		],
		[
			'a radio group of one',
			[label({ type: 21, custom_id: 'a', options: choices.slice(1) })],
			'.0.component.options BASE_TYPE_BAD_LENGTH',
		],
		[
			'a checkbox group that wants more than it has',
			[label({ type: 22, custom_id: 'a', options: choices, max_values: 3 })],
			'.0.component.max_values NUMBER_TYPE_MAX',
		],
		[
			'eleven files',
			[label({ type: 19, custom_id: 'a', max_values: 11 })],
			'.0.component.max_values NUMBER_TYPE_MAX',
		],
	])('is refused with %s', (_case, components, verdict) => {
		expect(verdictOn(components)).toBe(`data.components${verdict.startsWith('.') ? '' : ' '}${verdict}`);
	});

	test.each([
		['a title above 45 characters', { title: 'a'.repeat(46) }, 'data.title BASE_TYPE_BAD_LENGTH'],
		['no custom id', { custom_id: undefined }, 'data.custom_id BASE_TYPE_REQUIRED'],
	])('is refused with %s', (_case, modal, verdict) => {
		expect(verdictOn([label(input)], modal)).toBe(verdict);
	});
});
