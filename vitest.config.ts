import { defineConfig } from 'vitest/config';

const common = {
	setupFiles: ['tests/support/strict-console.ts'],
	// Long enough for a slow machine; no test waits for a clock, so a healthy one never comes near it.
	testTimeout: 20_000,
	hookTimeout: 30_000,
	restoreMocks: true,
};

/** Where the machine stands must not matter to whatever has to do with time: these run again in other zones. */
const TIME_RELATED = [
	'tests/machine-zone.test.ts',
	'tests/nudges/**/*.test.ts',
	'tests/gutsy/main-job.test.ts',
];
const OTHER_ZONES = ['Pacific/Apia', 'America/St_Johns'];

export default defineConfig({
	test: {
		allowOnly: false,
		projects: [
			{
				test: {
					...common,
					name: 'UTC',
					env: { TZ: 'UTC' },
					include: ['tests/**/*.test.ts'],
				},
			},
			...OTHER_ZONES.map((zone) => ({
				test: { ...common, name: zone, env: { TZ: zone }, include: TIME_RELATED },
			})),
		],
	},
});
