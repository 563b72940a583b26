import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCustomId, writeCustomId } from '../../src/discord/custom-id.ts';

const issuedAt = Date.UTC(2026, 10, 22, 9, 30);

describe('a custom id', () => {
	test('is read as it was written, whatever its parameters hold', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }), (params) => {
				const id = { route: 'entry', owner: '123456789012345678', issuedAt, params };
				let written: string;
				try {
					written = writeCustomId(id);
				} catch (error) {
					// Lone surrogates and what grows too long are refused, never cut.
					expect(error).toBeInstanceOf(Error);
					return;
				}
				expect(written.length).toBeLessThanOrEqual(100);
				expect(readCustomId(written)).toEqual(id);
			}),
		);
	});

	test('can be for anyone', () => {
		const id = { route: 'entry', owner: 'anyone', issuedAt, params: ['gut-brain'] };
		expect(readCustomId(writeCustomId(id))).toEqual(id);
	});

	test('keeps its age to the minute', () => {
		const id = writeCustomId({ route: 'entry', owner: 'anyone', issuedAt: issuedAt + 59_999, params: [] });
		expect(readCustomId(id)?.issuedAt).toBe(issuedAt);
	});

	test('longer than Discord allows is a mistake of ours', () => {
		const write = () =>
			writeCustomId({ route: 'entry', owner: 'anyone', issuedAt, params: ['x'.repeat(100)] });
		expect(write).toThrow('The custom id of entry has 114 characters');
	});

	test.each(['', 'entry', 'entry:1', 'entry:bob:abc', 'entry:1:NOT', 'entry:*:abc:%zz', ':1:abc'])(
		'cannot be read from %j',
		(text) => {
			expect(readCustomId(text)).toBeUndefined();
		},
	);
});
