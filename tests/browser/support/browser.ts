import { rm } from 'node:fs/promises';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { testFolder } from '../../support/redis.ts';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export interface TestBrowser {
	/** A browser with nothing kept from another. */
	open(options?: BrowserContextOptions): Promise<BrowserContext>;
	close(): Promise<void>;
}

/** Starts Chromium without a window. */
export async function startBrowser(executablePath: string): Promise<TestBrowser> {
	const folder = await testFolder();
	// Crash reports and caches go where the test's other files go.
	const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder };
	const browser = await chromium.launch({ executablePath, args: flags, env });
	return {
		open: (options) =>
			browser.newContext({
				viewport: { width: 1440, height: 860 },
				locale: 'en-GB',
				timezoneId: 'Europe/Berlin',
				colorScheme: 'dark',
				reducedMotion: 'reduce',
				...options,
			}),
		async close() {
			await browser.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
