import { afterEach, beforeEach, expect, vi } from 'vitest';

// An error printed to the console that no test asked for is a failure: it is how broken code speaks.
beforeEach(() => {
	vi.spyOn(console, 'error');
	vi.spyOn(console, 'warn');
});

afterEach(() => {
	expect(vi.mocked(console.error).mock.calls).toEqual([]);
	expect(vi.mocked(console.warn).mock.calls).toEqual([]);
});
