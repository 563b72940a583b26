import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRequest, type RequestContext } from '../../../src/sandbox/contract/check-request.ts';
import { answer, editReply, followUp, judgement, sendMessage } from './judgement.ts';

const flags = 32768;
const text = { type: 10, content: 'a' };

function texts(...contents: string[]) {
	return contents.map((content) => ({ type: 10, content }));
}

describe('a Components V2 message', () => {
	test.each([
		['a text', [text]],
		['40 components', Array.from({ length: 40 }, () => text)],
		['a container of 39', [{ type: 17, components: Array.from({ length: 39 }, () => text) }]],
		['4,000 characters', texts('a'.repeat(1500), 'b'.repeat(2500))],
		[
			'a section',
			[{ type: 9, components: [text], accessory: { type: 2, style: 1, label: 'A', custom_id: 'a' } }],
		],
		['a picture', [{ type: 12, items: [{ media: { url: 'https://example.com/a.png' } }] }]],
		['a separator', [text, { type: 14, divider: true, spacing: 2 }]],
		['six rows', Array.from({ length: 6 }, (_, index) => rowWith(`a${index}`))],
	])('may hold %s', (_case, components) => {
		expect(judgement(sendMessage, { flags, components })).toBe('accepted');
	});

	test.each([
		['nothing', {}, '50006'],
		[
			'content',
			{ content: 'a', components: [text] },
			'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
		],
		[
			'embeds',
			{ embeds: [{ title: 'a' }], components: [text] },
			'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
		],
		[
			'stickers',
			{ sticker_ids: ['1'], components: [text] },
			'sticker_ids MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
		],
		[
			'a poll',
			{ poll: { question: { text: 'a' }, answers: [{ poll_media: { text: 'b' } }] }, components: [text] },
			'poll MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
		],
		[
			'41 components, nested ones counted',
			{ components: [{ type: 17, components: Array.from({ length: 40 }, () => text) }] },
			'components COMPONENT_TOTAL_COUNT_EXCEEDED',
		],
		[
			'41 components, an accessory counted',
			{
				components: [
					...Array.from({ length: 38 }, () => text),
					{
						type: 9,
						components: [text],
						accessory: { type: 11, media: { url: 'https://example.com/a.png' } },
					},
				],
			},
			'components COMPONENT_TOTAL_COUNT_EXCEEDED',
		],
		[
			'4,001 characters',
			{ components: texts('a'.repeat(1500), 'b'.repeat(2501)) },
			'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
		],
		[
			'a bare button',
			{ components: [{ type: 2, style: 1, label: 'A', custom_id: 'a' }] },
			'components.0 UNION_TYPE_CHOICES',
		],
		[
			'a container in a container',
			{ components: [{ type: 17, components: [{ type: 17, components: [text] }] }] },
			'components.0.components.0 UNION_TYPE_CHOICES',
		],
		[
			'an empty container',
			{ components: [{ type: 17, components: [] }] },
			'components.0.components BASE_TYPE_BAD_LENGTH',
		],
		[
			'a section without an accessory',
			{ components: [{ type: 9, components: [text] }] },
			'components.0.accessory BASE_TYPE_REQUIRED',
		],
		[
			'a section of four texts',
			{
				components: [
					{
						type: 9,
						components: [text, text, text, text],
						accessory: { type: 2, style: 1, label: 'A', custom_id: 'a' },
					},
				],
			},
			'components.0.components BASE_TYPE_BAD_LENGTH',
		],
		[
			'a section with a select',
			{ components: [{ type: 9, components: [text], accessory: { type: 5, custom_id: 'a' } }] },
			'components.0.accessory UNION_TYPE_CHOICES',
		],
	])('is refused with %s', (_case, body, verdict) => {
		expect(judgement(sendMessage, { flags, ...body })).toBe(verdict);
	});

	test('is refused without its flag', () => {
		expect(judgement(answer, { type: 4, data: { components: [text] } }, { interactionKind: 'command' })).toBe(
			'data.components.0 UNION_TYPE_CHOICES',
		);
	});

	test('may be private and answer an interaction', () => {
		const data = { flags: flags | 64, components: [text] };
		expect(judgement(answer, { type: 4, data }, { interactionKind: 'command' })).toBe('accepted');
		expect(judgement(followUp, data)).toBe('accepted');
	});

	test('breaks Discord’s store above 10,170 bytes, twelve a text included', () => {
		const heavy = (bytes: number) => ({
			flags,
			components: texts('✓'.repeat(3100), 'a'.repeat(bytes - 9300)),
		});
		expect(checkRequest(sendMessage, heavy(10_146), {})?.status).toBe(undefined);
		expect(checkRequest(sendMessage, heavy(10_147), {})).toEqual({
			status: 500,
			code: 0,
			message: '500: Internal Server Error',
		});
	});

	test('is accepted at any split of the character limit and refused one character above', () => {
		const lengths = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 39 });
		fc.assert(
			fc.property(lengths, (parts) => {
				const rest = 4000 - parts.reduce((total, part) => total + part, 0);
				const contents = [...parts, rest].map((length) => 'a'.repeat(length));
				expect(judgement(sendMessage, { flags, components: texts(...contents) })).toBe('accepted');
				const [first = '', ...others] = contents;
				expect(judgement(sendMessage, { flags, components: texts(`${first}a`, ...others) })).toBe(
					'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
				);
			}),
			{ numRuns: 30 },
		);
	});
});

describe('an edit to Components V2', () => {
	test.each<[string, unknown, RequestContext, string]>([
		['may add the flag to a deferred reply', { flags, components: [text] }, {}, 'accepted'],
		['may leave the flag out later', { components: [text] }, { editsV2: true }, 'accepted'],
		[
			'must null the text that was there',
			{ flags, components: [text] },
			{ editedFields: ['content'] },
			'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
		],
		[
			'is fine when it nulls the text',
			{ flags, content: null, components: [text] },
			{ editedFields: ['content'] },
			'accepted',
		],
		[
			'cannot take the flag away',
			{ flags: 0, components: [] },
			{ editsV2: true },
			'flags MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
		],
		[
			'cannot add text to what is V2 already',
			{ content: 'a' },
			{ editsV2: true },
			'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
		],
	])('%s', (_case, body, context, verdict) => {
		expect(judgement(editReply, body, { isEdit: true, ...context })).toBe(verdict);
	});
});

function rowWith(custom_id: string) {
	return { type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id }] };
}
