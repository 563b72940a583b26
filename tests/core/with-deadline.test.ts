import { describe, expect, test } from 'vitest';
import { withDeadline } from '../../src/core/with-deadline.ts';

describe('withDeadline()', () => {
	test('says that work was done in time', async () => {
		expect(await withDeadline(Promise.resolve('done'), 60_000)).toBe(true);
	});

	test('does not wait for work that never ends', async () => {
		expect(await withDeadline(new Promise(() => {}), 1)).toBe(false);
	});

	test('passes a failure on', async () => {
		await expect(withDeadline(Promise.reject(new Error('broken')), 60_000)).rejects.toThrow('broken');
	});
});
