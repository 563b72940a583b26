import { describe, expect, test } from 'vitest';
import { judgement, sendMessage } from './judgement.ts';

const button = { type: 2, style: 1, label: 'A', custom_id: 'a' };
const select = { type: 3, custom_id: 's', options: options(3) };

function options(count: number) {
	return Array.from({ length: count }, (_, index) => ({ label: `L${index}`, value: `v${index}` }));
}

function verdictOn(...components: object[]) {
	return judgement(sendMessage, { content: 'a', components: [{ type: 1, components }] });
}

describe('a row', () => {
	test.each([
		['a button', [button]],
		['five buttons', ['a', 'b', 'c', 'd', 'e'].map((custom_id) => ({ ...button, custom_id }))],
		['a link', [{ type: 2, style: 5, label: 'A', url: 'https://example.com' }]],
		['a link into Discord', [{ type: 2, style: 5, label: 'A', url: 'discord://-/store' }]],
		['a premium button', [{ type: 2, style: 6, sku_id: '1' }]],
		['a button with an emoji only', [{ type: 2, style: 1, custom_id: 'a', emoji: { name: '🦠' } }]],
		['a select', [select]],
		['a select of many', [{ ...select, min_values: 0, max_values: 3 }]],
		['a user select', [{ type: 5, custom_id: 'a' }]],
	])('may hold %s', (_case, components) => {
		expect(verdictOn(...components)).toBe('accepted');
	});

	test.each([
		['nothing', [], 'components BASE_TYPE_BAD_LENGTH'],
		[
			'six buttons',
			['a', 'b', 'c', 'd', 'e', 'f'].map((custom_id) => ({ ...button, custom_id })),
			'components BASE_TYPE_BAD_LENGTH',
		],
		['a select beside a button', [select, button], 'components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
		['a button beside a select', [button, select], 'components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
		[
			'two components of one custom id',
			[button, button],
			'components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
		],
		[
			'two components of one number',
			[
				{ ...button, id: 1 },
				{ ...button, custom_id: 'b', id: 1 },
			],
			'components.1.id COMPONENT_ID_DUPLICATED',
		],
		[
			'a custom id above 100 characters',
			[{ ...button, custom_id: 'a'.repeat(101) }],
			'components.0.custom_id BASE_TYPE_BAD_LENGTH',
		],
		['an empty custom id', [{ ...button, custom_id: '' }], 'components.0.custom_id BASE_TYPE_BAD_LENGTH'],
		[
			'a label above 80 characters',
			[{ ...button, label: 'a'.repeat(81) }],
			'components.0.label BASE_TYPE_MAX_LENGTH',
		],
		[
			'a button without a custom id',
			[{ type: 2, style: 1, label: 'A' }],
			'components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
		],
		[
			'a button with an address',
			[{ ...button, url: 'https://example.com' }],
			'components.0.url BUTTON_COMPONENT_FIELDS_EXCLUSIVE',
		],
		[
			'a button without a face',
			[{ type: 2, style: 1, custom_id: 'a' }],
			'components.0 BUTTON_COMPONENT_FACE_REQUIRED',
		],
		[
			'a link without an address',
			[{ type: 2, style: 5, label: 'A' }],
			'components.0.url BUTTON_COMPONENT_URL_REQUIRED',
		],
		[
			'a link with a custom id',
			[{ ...button, style: 5, url: 'https://example.com' }],
			'components.0.custom_id BUTTON_COMPONENT_FIELDS_EXCLUSIVE',
		],
		[
			'a link to a file',
			[{ type: 2, style: 5, label: 'A', url: 'file:///etc/hosts' }],
			'components.0.url URL_TYPE_INVALID_SCHEME',
		],
		[
			'a premium button without a product',
			[{ type: 2, style: 6 }],
			'components.0.sku_id BUTTON_COMPONENT_SKU_ID_REQUIRED',
		],
		[
			'a premium button with a label',
			[{ type: 2, style: 6, sku_id: '1', label: 'A' }],
			'components.0 BUTTON_COMPONENT_PREMIUM_FACE',
		],
		['a select of 26', [{ ...select, options: options(26) }], 'components.0.options BASE_TYPE_BAD_LENGTH'],
		['a select of none', [{ ...select, options: [] }], 'components.0.options BASE_TYPE_BAD_LENGTH'],
		[
			'a select with one value twice',
			[{ ...select, options: [...options(1), ...options(1)] }],
			'components.0.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
		],
		[
			'a select that wants more than it has',
			[{ ...select, max_values: 4 }],
			'components.0.max_values NUMBER_TYPE_MAX',
		],
		[
			'a select that wants at least more than at most',
			[{ ...select, min_values: 3, max_values: 2 }],
			'components.0.min_values NUMBER_TYPE_MAX',
		],
		[
			'a user select that wants at least more than at most',
			[{ type: 5, custom_id: 'a', min_values: 3, max_values: 2 }],
			'components.0.min_values NUMBER_TYPE_MAX',
		],
		[
			'a select with two defaults for one value',
			[{ ...select, options: options(2).map((option) => ({ ...option, default: true })) }],
			'components.0.options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
		],
		['a text input', [{ type: 4, custom_id: 'a', style: 1 }], 'components.0 UNION_TYPE_CHOICES'],
	])('is refused with %s', (_case, components, verdict) => {
		expect(verdictOn(...components)).toBe(`components.0.${verdict}`);
	});

	test('shares custom ids with no other row', () => {
		const rows = [button, button].map((component) => ({ type: 1, components: [component] }));
		expect(judgement(sendMessage, { components: rows })).toBe(
			'components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
		);
	});
});
