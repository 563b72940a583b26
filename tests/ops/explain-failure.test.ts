import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { explainFailure } from '../../src/ops/explain-failure.ts';

function attempt(act: () => unknown): unknown {
	try {
		return act();
	} catch (error) {
		return error;
	}
}

describe('explainFailure()', () => {
	test('tells what happened and what led to it, without a stack', () => {
		const refused = new AggregateError([new Error('connect ECONNREFUSED 127.0.0.1:1')]);
		const error = new Error('Gutsy could not log in to Discord', {
			cause: new Error('fetch failed', { cause: refused }),
		});
		expect(explainFailure(error)).toBe(
			'Gutsy could not log in to Discord\n  because: fetch failed\n  because: Error: connect ECONNREFUSED 127.0.0.1:1',
		);
	});

	test('shows the stack of a mistake in the code', () => {
		expect(explainFailure(new TypeError('x is not a function'))).toMatch(
			/TypeError: x is not a function\n\s+at /,
		);
	});

	test('shows none for an option that was mistyped', () => {
		const read = () => parseArgs({ args: ['--fesh'], options: { fresh: { type: 'boolean' } } });
		const failed = attempt(read);
		expect(failed).toBeInstanceOf(TypeError);
		expect(explainFailure(failed)).toMatch(/^Unknown option '--fesh'[^\n]*$/);
	});

	test('keeps secrets out', () => {
		expect(explainFailure(new Error('cannot reach redis://me:hunter2@host'))).not.toContain('hunter2');
		expect(explainFailure('Bot abc.def')).toBe('Bot [secret]');
	});
});
