import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { DEMO_TOUR } from '../../src/sandbox/demo-tour.ts';
import { become, goTo, messageWith, openServer, typeCommand, useCommand } from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

describe.skipIf(noBrowser)('the page', () => {
	const { open, gutsy, interrupt, expectComplaint } = useGutsyPage();

	test('is after a reload what it was: the person, the place, the messages, what was read, the colours', async () => {
		const page = await open();
		await become(page, 'Mo');
		await goTo(page, 'wellness');
		await page.getByRole('textbox', { name: 'Message #wellness' }).fill('Good **morning**');
		await page.keyboard.press('Enter');
		await messageWith(page, 'Good morning');
		await page.getByRole('button', { name: 'Change to light' }).click();
		await page.reload();
		await messageWith(page, 'Good morning');
		await page.locator('.me', { hasText: 'Mo' }).waitFor();
		await page.getByRole('button', { name: 'Change to dark' }).waitFor();
		await become(page, 'Anna');
		await page.getByRole('button', { name: 'wellness, 1 unread' }).click();
		await page.reload();
		await messageWith(page, 'Good morning');
		expect(await page.getByRole('button', { name: /unread/ }).count()).toBe(0);
	});

	test('shows to two people at once what concerns both, and no more', async () => {
		const anna = await open();
		const ben = await open();
		await become(ben, 'Ben');
		await useCommand(anna, 'help');
		await messageWith(anna, 'What Gutsy can do');
		await anna.getByRole('textbox', { name: 'Message #ask-gutsy' }).fill('Hello Ben');
		await anna.keyboard.press('Enter');
		await messageWith(ben, 'Hello Ben');
		expect(await ben.getByRole('article').count()).toBe(1);
	});

	test('takes one, as somebody new, to the server where that person has most to do', async () => {
		const page = await open();
		await become(page, 'Ada');
		await page.getByRole('navigation').getByText('Another Server', { exact: true }).waitFor();
		await openServer(page, 'Gut & Skin Circle');
		await become(page, 'Ben');
		await page.getByRole('navigation').getByText('Gut & Skin Circle', { exact: true }).waitFor();
		await become(page, 'Ada');
		await page.getByRole('navigation').getByText('Gut & Skin Circle', { exact: true }).waitFor();
	});

	test('shows nothing above a command any more once an option is picked from the list', async () => {
		const page = await open();
		await typeCommand(page, 'nudges start', { topics: 'sleep', timezone: 'Lisbo' });
		const hint = page.getByText('Where are you? Type a city or country');
		await page.getByRole('option', { name: /Lisbon/ }).click();
		await hint.waitFor({ state: 'detached' });
		await page.getByRole('combobox', { name: 'timezone' }).fill('Por');
		await hint.waitFor();
	});

	describe('with more messages than fit', () => {
		async function aLongConversation() {
			const page = await open();
			const mo = gutsy.discord.member(DEMO.mo, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
			const say = async (text: string) => {
				mo.say(`${text}\n${'more\n'.repeat(12)}`);
				await messageWith(page, text);
			};
			for (const text of ['first', 'second', 'third', 'fourth']) await say(text);
			const conversation = page.getByRole('region', { name: 'Messages in #ask-gutsy' });
			const fromEnd = () =>
				conversation.evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
			await expect.poll(fromEnd).toBeLessThan(2);
			const scrollBack = () => conversation.evaluate((list) => list.scrollTo(0, 0));
			const fromStart = () => conversation.evaluate((list) => list.scrollTop);
			return { page, say, fromEnd, fromStart, scrollBack };
		}

		test('stays where one has scrolled back to, and leads to what is new by one click', async () => {
			const { page, say, fromEnd, fromStart, scrollBack } = await aLongConversation();
			const button = page.getByRole('button', { name: 'New messages' });
			await scrollBack();
			expect(await button.count()).toBe(0);
			await say('fifth');
			await button.waitFor();
			expect(await fromStart()).toBe(0);
			await button.click();
			await expect.poll(fromEnd).toBeLessThan(2);
			await button.waitFor({ state: 'detached' });
		});

		test.each([
			['message', (page: Page) => page.keyboard.type('My own'), 'My own'],
			['command', (page: Page) => typeCommand(page, 'help'), 'What Gutsy can do'],
		])('goes to one’s own %s from wherever one was', async (_kind, type, shown) => {
			const { page, fromEnd, scrollBack } = await aLongConversation();
			await page.getByRole('textbox', { name: 'Message #ask-gutsy' }).click();
			await scrollBack();
			await type(page);
			await page.keyboard.press('Enter');
			await messageWith(page, shown);
			await expect.poll(fromEnd).toBeLessThan(2);
		});
	});

	test('says that the connection is lost, and is there again by itself', async () => {
		expectComplaint(/WebSocket connection/);
		const page = await open();
		await useCommand(page, 'help');
		await messageWith(page, 'What Gutsy can do');
		await interrupt(async () => {
			await page.getByText('The local Discord is not there').waitFor();
			// Who cannot become somebody else now is still shown as who they are.
			await page.getByRole('radio', { name: /^Ben,/ }).click({ force: true });
			await page.getByRole('radio', { name: /^Anna,/, checked: true }).waitFor();
			await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
		});
		await page.getByText('The local Discord is not there').waitFor({ state: 'detached' });
		gutsy.discord.member(DEMO.ben, { guildId: DEMO.guildId, channel: 'ask-gutsy' }).say('Still there?');
		await messageWith(page, 'Still there?');
	});

	test('leads a newcomer through six steps, once', async () => {
		const page = await open({ tour: DEMO_TOUR });
		for (const { title } of DEMO_TOUR.slice(0, -1)) {
			await page.getByRole('dialog', { name: title }).waitFor();
			await page.keyboard.press('Tab');
			await page.getByRole('button', { name: 'Next', exact: true }).click();
		}
		await page.getByText('Step 6 of 6').waitFor();
		await page.getByRole('button', { name: 'Begin' }).click();
		await page.reload();
		await page.getByRole('log').waitFor();
		expect(await page.getByRole('dialog').count()).toBe(0);
		await page.getByRole('button', { name: 'Tour' }).click();
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
	});
});
