import { describe, expect, test } from 'vitest';
import { longId, shortId } from '../../src/discord/short-id.ts';

describe('a short id', () => {
	test.each(['0', '800', '100000000000000001', '1575144358443745283', '18446744073709551615'])(
		'of %s is read back',
		(id) => {
			expect(longId.parse(shortId(id))).toBe(id);
			expect(shortId(id).length).toBeLessThanOrEqual(13);
		},
	);

	test.each(['', 'A', '8-0', 'z'.repeat(14)])('is not %j', (text) => {
		expect(longId.safeParse(text).success).toBe(false);
	});
});
