// Takes the pictures of the README anew: starts Gutsy as `npm start` does, in a folder of its own, and walks through the page.
//
//     npm run pictures
//     npm run pictures -- progress nudge     only these

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { localDay } from '../src/nudges/local-day.ts';
import { DEMO } from '../src/sandbox/demo-scene.ts';
import { startBrowser } from '../tests/browser/support/browser.ts';
import { findChromium } from '../tests/browser/support/find-chromium.ts';
import {
	become,
	goTo,
	messageWith,
	openServer,
	optIn,
	switchOn,
	typeCommand,
	useCommand,
} from '../tests/browser/support/hands.ts';
import { inventHalfAYear } from './pictures/invent-half-a-year.ts';
import { type Take, walkModerating } from './pictures/walk-moderating.ts';

const folder = resolve('docs/pictures');
/** With room for the tools, and without. */
const wide = { width: 1200, height: 720 };
const narrow = { width: 940, height: 600 };
const question = 'is kimchi god for my skinn';
const wording =
	'Kimchi, kefir and plain yoghurt are what our members like best. Start with a spoonful a day. Ask your doctor first if your immune system is weak.';

async function toggleTools(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Tools' }).click();
}

async function walk(page: Page, take: Take, dataDir: string): Promise<void> {
	await page.getByRole('dialog', { name: 'You can be anyone here' }).waitFor();
	await take('tour');
	await page.getByRole('button', { name: 'Skip the tour' }).click();
	await page.getByLabel('Another time').fill('2027-03-01T10:00');
	await page.getByRole('button', { name: 'Go', exact: true }).click();
	await page.getByText('Mon 1 March at 10:00').waitFor();
	// Most pictures are of the conversation alone.
	await toggleTools(page);
	await page.setViewportSize(narrow);

	await ask(page, take);
	await getNudges(page, take, dataDir);
	await walkModerating(page, take, wording);
	await page.setViewportSize(narrow);
	await postDaily(page, take);

	await become(page, 'Anna');
	await openServer(page, 'Gut & Skin Circle');
	await useCommand(page, 'ask', { question });
	await messageWith(page, wording);
	await take('own-wording');

	await seeTrouble(page, take);
}

async function ask(page: Page, take: Take): Promise<void> {
	await page.getByRole('textbox', { name: 'Message #ask-gutsy' }).fill('/');
	await page.getByRole('option', { name: '/ask' }).waitFor();
	await take('commands');
	await page.getByRole('textbox', { name: 'Message #ask-gutsy' }).fill('');
	await typeCommand(page, 'ask', { question: 'probio' });
	await page.getByRole('option').first().waitFor();
	await take('autocomplete');
	await page.getByRole('combobox', { name: 'question' }).fill(question);
	await page.keyboard.press('Enter');
	await messageWith(page, 'Fermented foods do');
	await take('ask');
	await useCommand(page, 'browse');
	const shelf = await messageWith(page, 'What would you like to read about?');
	await shelf.getByRole('combobox', { name: 'Pick a subject' }).click();
	await page.getByRole('option', { name: 'Sleep', exact: true }).click();
	await shelf.getByRole('combobox', { name: 'Sleep: pick a question' }).click();
	await page.getByRole('option', { name: 'How can I sleep better?' }).click();
	await shelf.getByText('sleep hygiene').waitFor();
	await take('browse');
}

async function getNudges(page: Page, take: Take, dataDir: string): Promise<void> {
	await useCommand(page, 'nudges start', { topics: 'sleep', time: '9am', timezone: 'Berlin' });
	await messageWith(page, 'Before it starts');
	await take('consent');
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await messageWith(page, 'You are in');
	await take('opt-in');
	await toggleTools(page);
	await page.getByRole('button', { name: 'Next nudge' }).click();
	await toggleTools(page);
	await goTo(page, 'Direct messages, 2 unread');
	await page.getByRole('button', { name: 'Later' }).waitFor();
	await take('nudge');
	await useCommand(page, 'nudges start', { topics: 'stress', time: '1pm' });
	await messageWith(page, 'Changed');
	await inventHalfAYear(dataDir, DEMO.anna, localDay.parse(Date.UTC(2027, 2, 2) / 86_400_000));
	await page.setViewportSize({ ...narrow, height: 780 });
	await useCommand(page, 'progress');
	const progress = await messageWith(page, 'Your progress');
	await progress.getByRole('img').waitFor();
	await take('progress');
	await page.setViewportSize(narrow);
}

async function postDaily(page: Page, take: Take): Promise<void> {
	await openServer(page, 'Gut & Skin Circle');
	await useCommand(page, 'nudges-admin channel-start', {
		channel: { pick: '#wellness' },
		topics: { pick: 'sleep' },
		time: '8am',
		timezone: 'Berlin',
		role: { pick: '@Daily nudge' },
	});
	await page.getByRole('button', { name: 'Start posting' }).click();
	await messageWith(page, 'It is on');
	await become(page, 'Anna');
	await openServer(page, 'Gut & Skin Circle');
	await goTo(page, /^wellness/);
	await page.getByRole('button', { name: 'Turn notifications on or off' }).click();
	await messageWith(page, 'You have @Daily nudge now');
	await toggleTools(page);
	await page.getByRole('button', { name: 'Tomorrow 09:00' }).click();
	await toggleTools(page);
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await messageWith(page, 'Noted, and only you can see this');
	await take('channel-post');
	await goTo(page, /^ask-gutsy/);
}

async function seeTrouble(page: Page, take: Take): Promise<void> {
	await become(page, 'Ben');
	await page.setViewportSize(wide);
	await toggleTools(page);
	await switchOn(page, 'Ben takes no direct messages');
	await optIn(page, { topics: 'diet', time: '9am', timezone: 'Berlin' });
	await messageWith(page, 'nothing was turned on');
	await page.getByRole('button', { name: 'Drop the gateway' }).click();
	await page.getByText('1 login, 1 resume').waitFor();
	await page.getByRole('button', { name: 'Change to light' }).click();
	await take('trouble');
}

/** Starts Gutsy on data of its own; the answer is the page's address and a way to end it. */
async function startGutsy(dataDir: string) {
	const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
		env: { ...process.env, GUTSY_DATA_DIR: dataDir, DISCORD_TOKEN: '', REDIS_URL: '' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(child, 'exit');
	for await (const line of createInterface(child.stdout)) {
		const address = /http:\/\/127\.0\.0\.1:\d+\/page\/[\w-]+\//.exec(line)?.[0];
		if (address === undefined) continue;
		return {
			address,
			async stop() {
				child.kill('SIGTERM');
				await ended;
			},
		};
	}
	throw new Error('Gutsy ended before it had said where the page is');
}

async function main(): Promise<void> {
	const chromium = findChromium();
	if (chromium === undefined) throw new Error('There is no Chromium on the PATH to take pictures with');
	const dataDir = await mkdtemp(join(tmpdir(), 'gutsy-pictures-'));
	const gutsy = await startGutsy(dataDir);
	const browser = await startBrowser(chromium);
	try {
		const context = await browser.open({ viewport: wide });
		const page = await context.newPage();
		await page.goto(gutsy.address);
		await mkdir(folder, { recursive: true });
		const wanted = process.argv.slice(2);
		const take: Take = async (name) => {
			if (wanted.length > 0 && !wanted.includes(name)) return;
			// The pointer would otherwise lie on something by accident.
			await page.mouse.move(0, 0);
			const path = join(folder, `${name}.png`);
			await page.screenshot({ path, caret: 'hide' });
			console.log(`${name}.png, ${Math.round((await stat(path)).size / 1024)} kB`);
		};
		await walk(page, take, dataDir);
	} finally {
		await browser.close();
		await gutsy.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}

await main();
