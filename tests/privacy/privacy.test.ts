import { describe, expect, test } from 'vitest';
import { createPrivacy } from '../../src/privacy/privacy.ts';

const failures: unknown[] = [];
const part = (name: string, stored: unknown, erase: () => Promise<number>) => ({
	name,
	kept: 'for a day',
	read: async () => stored,
	erase,
});

describe('privacy', () => {
	test('shows each kind, whether there is something or not', async () => {
		const privacy = createPrivacy({
			parts: [part('Votes', ['one'], async () => 1), part('Nudges', undefined, async () => 0)],
			onFailure: (error) => failures.push(error),
		});
		expect(await privacy.view('1')).toEqual([
			{ name: 'Votes', kept: 'for a day', stored: ['one'] },
			{ name: 'Nudges', kept: 'for a day', stored: undefined },
		]);
	});

	test('deletes every kind, whatever becomes of the others, and says what failed', async () => {
		const broken = new Error('away');
		const privacy = createPrivacy({
			parts: [part('Votes', ['one'], () => Promise.reject(broken)), part('Nudges', {}, async () => 1)],
			onFailure: (error) => failures.push(error),
		});
		expect(await privacy.erase('1')).toEqual([
			{ name: 'Votes', deleted: undefined },
			{ name: 'Nudges', deleted: 1 },
		]);
		expect(failures).toEqual([broken]);
	});
});
