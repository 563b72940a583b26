import { resolve } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { buildPage } from '../../../src/sandbox/page-server/build-page.ts';
import type { PageFileContent, PageOptions } from '../../../src/sandbox/page-server/page-options.ts';
import { type PageServer, startPageServer } from '../../../src/sandbox/page-server/start-page-server.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { findChromium } from './find-chromium.ts';

export interface BrowserTest {
	/** Serves the page until the test is over. */
	serve(options: Omit<PageOptions, 'files' | 'token'>): PageServer;
	/** Opens an address in a browser with nothing kept from before, and waits until the page is there. */
	open(url: string, options?: BrowserContextOptions): Promise<Page>;
	/** A complaint of the browser's console that the test provokes on purpose. */
	expectComplaint(pattern: RegExp): void;
}

const chromium = findChromium();

/** Whether the tests of this file cannot run here, which is a fault only in CI. */
export const noBrowser = chromium === undefined && !process.env['CI'];
if (noBrowser)
	process.stderr.write(
		'Tests of the page are left out: there is no Chromium on the PATH (on Debian: apt-get install chromium)\n',
	);

/** Gives the test file that calls it a browser. Whatever the page complains of fails the test. */
export function useBrowser(): BrowserTest {
	const expected: RegExp[] = [];
	const complaints: string[] = [];
	const closers: (() => Promise<unknown>)[] = [];
	let browser: TestBrowser | undefined;
	/** A tab that most tests use one after the other: opening a new one takes longest. */
	let tab: Page | undefined;
	let tabIsFree = true;
	let files: ReadonlyMap<string, PageFileContent> = new Map();

	beforeAll(async () => {
		if (chromium === undefined)
			throw new Error('CI has to run the tests of the page, but there is no Chromium on the PATH');
		files = await buildPage({ root: resolve('.'), cacheDir: resolve('.gutsy/page') });
		browser = await startBrowser(chromium);
	});
	afterAll(() => browser?.close());
	afterEach(async () => {
		for (const close of closers.splice(0).reverse()) await close();
		const unexpected = complaints.splice(0).filter((text) => !expected.some((each) => each.test(text)));
		expected.length = 0;
		expect(unexpected).toEqual([]);
	});

	async function newTab(options?: BrowserContextOptions): Promise<Page> {
		if (!browser) throw new Error('Only to be used inside a test');
		const context = await browser.open(options);
		context.setDefaultTimeout(8_000);
		const page = await context.newPage();
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(String(error)));
		return page;
	}

	async function openTab(options: BrowserContextOptions): Promise<Page> {
		const page = await newTab(options);
		closers.push(() => page.context().close());
		return page;
	}

	async function takeTab(): Promise<Page> {
		tab ??= await newTab();
		const page = tab;
		tabIsFree = false;
		closers.push(async () => {
			await page.evaluate('localStorage.clear()');
			await page.goto('about:blank');
			await page.emulateMedia({ colorScheme: null });
			tabIsFree = true;
		});
		return page;
	}

	return {
		expectComplaint: (pattern) => expected.push(pattern),
		serve(options) {
			const server = startPageServer({ ...options, files, token: 'a-token-for-tests-only' });
			closers.push(server.close);
			return server;
		},
		async open(url, options = {}) {
			const page = Object.keys(options).length === 0 && tabIsFree ? await takeTab() : await openTab(options);
			await page.goto(url);
			await page.getByRole('log').waitFor();
			return page;
		},
	};
}
