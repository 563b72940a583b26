import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseStored } from '../../src/redis/parse-stored.ts';

const record = z.object({ zone: z.string(), minute: z.number().max(1439) });

describe('parseStored()', () => {
	test('returns the value that fits the schema', () => {
		expect(parseStored(record, 'gutsy:k', '{"zone":"UTC","minute":540}')).toEqual({
			zone: 'UTC',
			minute: 540,
		});
	});

	test.each([
		['no JSON', 'eczema since May', 'Corrupt value in Redis at gutsy:k: not JSON'],
		[
			'a wrong type',
			'{"zone":"eczema","minute":"May"}',
			'Corrupt value in Redis at gutsy:k: minute invalid_type',
		],
		[
			'a value out of range',
			'{"zone":"UTC","minute":1440}',
			'Corrupt value in Redis at gutsy:k: minute too_big',
		],
		['another kind of value', '"eczema"', 'Corrupt value in Redis at gutsy:k: invalid_type'],
	])('names the key and never the value for %s', (_case, raw, message) => {
		const corrupt = expect.objectContaining({ name: 'CorruptValueError', key: 'gutsy:k', message });
		expect(() => parseStored(record, 'gutsy:k', raw)).toThrow(corrupt);
	});
});
