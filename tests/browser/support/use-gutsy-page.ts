import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeEach } from 'vitest';
import { DEMO_CAST } from '../../../src/sandbox/demo-scene.ts';
import type { TourStep } from '../../../src/sandbox/page-server/protocol/scene.ts';
import type { PageServer } from '../../../src/sandbox/page-server/start-page-server.ts';
import { type TestGutsy, useGutsy } from '../../support/a-gutsy.ts';
import { useRedis } from '../../support/redis.ts';
import { type BrowserTest, useBrowser } from './use-browser.ts';

export interface GutsyPageTest extends Pick<BrowserTest, 'expectComplaint'> {
	readonly gutsy: TestGutsy;
	/** The page as it is found by someone who comes for the first time, as Anna; without a tour unless one is given. */
	open(options?: BrowserContextOptions & { tour?: readonly TourStep[] }): Promise<Page>;
	/** Takes the page's server away while something is done, and brings it back at the same address. */
	interrupt(meanwhile: () => Promise<unknown>): Promise<void>;
}

/** Gives the test file that calls it the whole of Gutsy on the local Discord, and the page to it, before each test. */
export function useGutsyPage(): GutsyPageTest {
	const redis = useRedis();
	const gutsy = useGutsy(redis);
	const browser = useBrowser();
	let server: PageServer | undefined;

	beforeEach(() => {
		gutsy.discord.on((event) => {
			if (event.type === 'clock-moved') void gutsy.gutsy.clockMoved();
		});
	});
	afterEach(() => {
		server = undefined;
	});

	const serve = (tour: readonly TourStep[]) =>
		browser.serve({
			discord: gutsy.discord,
			cast: DEMO_CAST,
			tour,
			outside: {
				store: { stop: redis.stop, start: redis.restart },
				nextMessageAt: (userId) => gutsy.gutsy.nextNudgeAt(userId),
			},
		});

	return {
		gutsy,
		expectComplaint: browser.expectComplaint,
		async open({ tour = [], ...options } = {}) {
			server ??= serve(tour);
			return browser.open(server.url, options);
		},
		async interrupt(meanwhile) {
			await server?.close();
			await meanwhile();
			server = serve([]);
		},
	};
}
