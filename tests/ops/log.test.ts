import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/ops/log.ts';
import { scrub } from '../../src/ops/scrub.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
	const lines: string[] = [];
	write(createLog({ level: 'debug', pretty: false, destination: { write: (line) => lines.push(line) } }));
	return lines.join('');
}

/** In the shape of a bot token, and none. */
const TOKEN = ['MTAwMDAwMDAwMDAwMDAwMDAwMA', 'GabcDE', 'x'.repeat(38)].join('.');

describe('createLog()', () => {
	test('writes one JSON object a line', () => {
		const line = JSON.parse(logged((log) => log.info({ what: '/ask' }, 'Answered')));
		expect(line).toMatchObject({ level: 30, what: '/ask', msg: 'Answered' });
	});

	test.each(['token', 'question', 'answer', 'username', 'userId', 'memberId', 'options'])(
		'keeps %s out',
		(field) => {
			const line = logged((log) => {
				log.warn({ [field]: 'secret words' }, 'Something');
				log.warn({ inner: { [field]: 'secret words' } }, 'Something');
			});
			expect(line).not.toContain('secret words');
			expect(line).toContain('[private]');
		},
	);

	test('writes of an error of Discord neither the interaction token nor the message that was sent', () => {
		const url = 'https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb246MTIz/messages/@original';
		const body = { files: undefined, json: { content: 'is kimchi good for my skin' } };
		const error = new DiscordAPIError(
			{ code: 10008, message: 'Unknown Message' },
			10008,
			404,
			'PATCH',
			url,
			body,
		);
		const line = logged((log) => log.error({ err: error }, 'Failed'));
		expect(line).toContain('Unknown Message');
		expect(line).toContain('10008');
		expect(line).not.toContain('aW50ZXJhY3Rpb246MTIz');
		expect(line).not.toContain('kimchi');
	});

	test('follows the cause of an error', () => {
		const error = new Error('The record is gone', { cause: new Error('Connection is closed') });
		expect(logged((log) => log.error({ err: error }, 'Failed'))).toContain('Connection is closed');
	});
});

describe('scrub()', () => {
	test.each([
		['a bot token', `login with ${TOKEN} failed`, 'login with [secret] failed'],
		[
			'an interaction token',
			'POST /interactions/12/abc.DEF-1/callback',
			'POST /interactions/12/[secret]/callback',
		],
		[
			'a password of Redis',
			'cannot reach redis://me:hunter2@host:6379',
			'cannot reach redis://me:[secret]@host:6379',
		],
		['an authorization header', 'Authorization: Bot abc.def', 'Authorization: Bot [secret]'],
	])('takes out %s', (_what, text, expected) => {
		expect(scrub(text)).toBe(expected);
	});

	test('leaves ordinary text alone', () => {
		const text = 'Unknown Message at /channels/123/messages/456';
		expect(scrub(text)).toBe(text);
	});
});
