import { describe, expect, test } from 'vitest';
import type { RequestContext } from '../../../src/sandbox/contract/check-request.ts';
import { editMessage, followUp, judgement, sendMessage } from './judgement.ts';

const row = { type: 1, components: [{ type: 2, style: 2, label: 'A', custom_id: 'a' }] };

function rows(count: number) {
	return Array.from({ length: count }, (_, index) => ({
		type: 1,
		components: [{ type: 2, style: 2, label: 'A', custom_id: `a${index}` }],
	}));
}

describe('a new message', () => {
	test.each<[string, unknown, RequestContext]>([
		['with text', { content: 'a' }, {}],
		['with 2,000 characters', { content: 'a'.repeat(2000) }, {}],
		['with an embed only', { embeds: [{ title: 'a' }] }, {}],
		['with embeds of 6,000 characters', { embeds: [embedOf(3000), embedOf(3000)] }, {}],
		['with a button only', { components: [row] }, {}],
		['with five rows', { components: rows(5) }, {}],
		['with a sticker only', { sticker_ids: ['1'] }, {}],
		['with a file only', {}, { fileCount: 1 }],
		[
			'that mentions listed members',
			{ content: 'a', allowed_mentions: { parse: ['roles'], users: ['1'] } },
			{},
		],
		['that mentions nobody', { content: 'a', allowed_mentions: { parse: [] } }, {}],
		['without a notification', { content: 'a', flags: 4096 }, {}],
	])('may come %s', (_case, body, context) => {
		expect(judgement(sendMessage, body, context)).toBe('accepted');
	});

	test.each([
		['nothing', {}, '50006'],
		['blank text', { content: ' \n' }, '50006'],
		['empty lists', { content: '', embeds: [], components: [] }, '50006'],
		['a reply to something only', { message_reference: { message_id: '1' } }, '50006'],
		['2,001 characters', { content: 'a'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
		['six rows', { components: rows(6) }, 'components BASE_TYPE_MAX_LENGTH'],
		[
			'embeds of 6,001 characters',
			{ embeds: [embedOf(3000), embedOf(3001)] },
			'embeds MAX_EMBED_SIZE_EXCEEDED',
		],
		[
			'a list of users while all are parsed',
			{ content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
			'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
		],
		[
			'a list of roles while all are parsed',
			{ content: 'a', allowed_mentions: { parse: ['roles'], roles: ['1'] } },
			'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
		],
		[
			'a user listed twice',
			{ content: 'a', allowed_mentions: { users: ['1', '1'] } },
			'allowed_mentions.users SET_TYPE_ALREADY_CONTAINS_VALUE',
		],
		['a broken flag', { content: 'a', flags: 1.5 }, 'flags NUMBER_TYPE_COERCE'],
		['the private flag in a channel', { content: 'a', flags: 64 }, 'flags MESSAGE_FLAGS_INVALID'],
	])('is refused with %s', (_case, body, verdict) => {
		expect(judgement(sendMessage, body)).toBe(verdict);
	});

	test('may be private as a follow-up', () => {
		expect(judgement(followUp, { content: 'a', flags: 64 })).toBe('accepted');
	});
});

describe('an edit', () => {
	test.each([
		['change nothing', {}],
		['take the text away', { content: null }],
		['send back flags that only Discord sets', { content: 'a', flags: 64 | 256 }],
	])('may %s', (_case, body) => {
		expect(judgement(editMessage, body, { isEdit: true })).toBe('accepted');
	});

	test('obeys the limits of new messages', () => {
		expect(judgement(editMessage, { content: 'a'.repeat(2001) }, { isEdit: true })).toBe(
			'content BASE_TYPE_MAX_LENGTH',
		);
	});
});

/** An embed whose characters are spread over all texts that count. */
function embedOf(characters: number) {
	const value = 'v'.repeat(1000);
	return {
		title: 't',
		author: { name: 'a' },
		footer: { text: 'f' },
		fields: [{ name: 'n', value }],
		description: 'd'.repeat(characters - 1004),
	};
}
