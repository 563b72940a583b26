import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		setupFiles: ['tests/support/strict-console.ts'],
		// Long enough for a slow machine; no test waits for a clock, so a healthy one never comes near it.
		testTimeout: 20_000,
		hookTimeout: 30_000,
		restoreMocks: true,
		allowOnly: false,
	},
});
