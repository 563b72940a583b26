import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LinesError, parseJsonLines } from '../../src/core/json-lines.ts';

const schema = z.object({ q: z.string() });

describe('parseJsonLines()', () => {
	test('reads a value a line and leaves out empty ones', () => {
		expect(parseJsonLines(schema, '{"q":"a"}\r\n\n{"q":"b"}\n', 'x.jsonl')).toEqual([{ q: 'a' }, { q: 'b' }]);
	});

	test('names every line that cannot be used', () => {
		const read = () => parseJsonLines(schema, '{"q":"a"}\n{"q":1}\nno json', 'x.jsonl');
		expect(read).toThrow(LinesError);
		expect(read).toThrow(/^x\.jsonl:2: q: .*\nx\.jsonl:3: is not JSON$/);
	});
});
