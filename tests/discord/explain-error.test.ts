import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { explainError } from '../../src/discord/explain-error.ts';
import { aLog } from '../support/a-log.ts';
import { said } from '../support/said.ts';

const WRITTEN = 'All that they wrote.';

describe('a refusal', () => {
	const explain = (error: unknown) => {
		const log = aLog();
		return { reply: explainError(error, { log, what: 'x', newReference: () => 'abc' }), log };
	};

	test('gives back what was written', () => {
		expect(said(explain(new UserError('No.', { written: WRITTEN })).reply)).toContain(WRITTEN);
	});

	test('gives it back where something broke, too, and keeps it out of the log', () => {
		const error = new UserError('No.', { cause: new Error('broken'), written: WRITTEN });
		const { reply, log } = explain(error);
		expect(said(reply)).toContain(WRITTEN);
		expect(said(reply)).toContain('Reference: `abc`');
		expect(JSON.stringify(log.lines)).not.toContain(WRITTEN);
	});
});
