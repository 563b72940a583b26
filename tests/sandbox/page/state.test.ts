import { describe, expect, test } from 'vitest';
import { readKept } from '../../../src/sandbox/page/state/kept.ts';
import { markRead, unreadIn } from '../../../src/sandbox/page/state/read-marks.ts';
import { compareSnowflakes } from '../../../src/sandbox/page/state/snowflake-order.ts';
import { createUnderway } from '../../../src/sandbox/page/state/underway.ts';
import type { ShownMessage } from '../../../src/sandbox/page-server/protocol/shown-message.ts';

function message(id: string, authorId = '9'): ShownMessage {
	return {
		id,
		channelId: '5',
		authorId,
		content: 'x',
		embeds: [],
		components: [],
		attachments: [],
		ephemeral: false,
		loading: false,
		edited: false,
		createdAt: 0,
		pings: { everyone: false, users: [], roles: [] },
		repliesToPrivate: false,
	};
}

const storage = (value: string | null) => ({ getItem: () => value });

describe('what is read', () => {
	test('orders ids as numbers, however long they are', () => {
		expect(['10', '9', '100'].toSorted(compareSnowflakes)).toEqual(['9', '10', '100']);
	});

	test('counts what others wrote after the last one read', () => {
		const messages = [message('9'), message('10'), message('11', 'me')];
		expect(unreadIn(messages, 'me', '9').map(({ id }) => id)).toEqual(['10']);
		expect(unreadIn(messages, 'me', undefined).map(({ id }) => id)).toEqual(['9', '10']);
	});

	test('is marked for each person apart, and changes nothing when nothing is new', () => {
		const before = readKept(storage(null));
		const after = markRead(before, 'anna', '5', [message('9')]);
		expect(after.read).toEqual({ anna: { '5': '9' } });
		expect(markRead(after, 'anna', '5', [message('9')])).toBe(after);
	});
});

describe('readKept()', () => {
	test.each([['not JSON'], ['{"theme":"pink"}'], ['[]']])('begins anew with %s', (value) => {
		expect(readKept(storage(value)).theme).toBe('system');
	});
});

describe('what is under way', () => {
	const origin = { kind: 'component', channelId: '5', messageId: '7', customId: 'go' } as const;
	const news = (state: 'acknowledged' | 'expired') => ({
		id: '1',
		kind: 'component' as const,
		channelId: '5',
		state,
	});

	test('is over once it is acknowledged', () => {
		const book = createUnderway();
		book.begin('1', origin);
		book.learn(news('acknowledged'));
		expect(book.all.value).toEqual([]);
	});

	test('is over also when the news overtakes the answer', () => {
		const book = createUnderway();
		book.learn(news('acknowledged'));
		book.begin('1', origin);
		expect(book.all.value).toEqual([]);
	});

	test('stays as failed until the same is tried again', () => {
		const book = createUnderway();
		book.begin('1', origin);
		book.learn(news('expired'));
		expect(book.all.value.map(({ state }) => state)).toEqual(['failed']);
		book.begin('2', origin);
		expect(book.all.value.map(({ interactionId, state }) => [interactionId, state])).toEqual([
			['2', 'pending'],
		]);
	});
});
