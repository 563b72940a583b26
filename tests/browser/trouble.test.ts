import { describe, expect, test } from 'vitest';
import { goTo, messageWith, optIn, switchOn, useCommand } from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

describe.skipIf(noBrowser)('with things going wrong, the page', () => {
	const { open } = useGutsyPage();

	test('shows what opting in says to someone who takes no direct messages', async () => {
		const page = await open();
		await switchOn(page, 'Anna takes no direct messages');
		await optIn(page, { topics: 'sleep', time: '9am', timezone: 'Berlin' });
		await messageWith(page, 'Discord does not let me write to you, so nothing was turned on');
		await goTo(page, 'Direct messages');
		expect(await page.getByRole('article').count()).toBe(0);
	});

	test('drops the gateway and sees the bot come back and answer', async () => {
		const page = await open();
		await page.getByRole('button', { name: 'Drop the gateway' }).click();
		await page.getByText('The bot is not connected').waitFor();
		await page.getByText('The bot is connected: 1 login, 1 resume').waitFor();
		await useCommand(page, 'help');
		await messageWith(page, 'What Gutsy can do');
	});

	test('stops Redis and still gets answers', async () => {
		const page = await open();
		await switchOn(page, 'Redis is stopped');
		await useCommand(page, 'ask', { question: 'Which foods contain probiotics?' });
		await messageWith(page, 'Fermented foods do');
		await page.getByRole('switch', { name: 'Redis is stopped', checked: true }).click();
		await page.getByRole('switch', { name: 'Redis is stopped', checked: false }).waitFor();
	});

	test('says that the application did not respond when Discord refuses its answer', async () => {
		const page = await open();
		await switchOn(page, 'Discord answers the bot 500');
		await useCommand(page, 'help');
		const sent = await messageWith(page, 'Sending command…');
		// Discord waits three seconds; the clock makes them pass.
		await page.getByRole('button', { name: '+1 h' }).click();
		await messageWith(page, 'The application did not respond');
		await page.getByRole('button', { name: 'Dismiss message' }).click();
		await sent.waitFor({ state: 'detached' });
		await page.getByText('500').first().waitFor();
		await page.getByRole('switch', { name: 'Discord answers the bot 500' }).click();
		await useCommand(page, 'help');
		await messageWith(page, 'What Gutsy can do');
	});

	test('looks into a request of the bot', async () => {
		const page = await open();
		await useCommand(page, 'about');
		await messageWith(page, 'About Gutsy');
		const row = page.getByRole('listitem').filter({ hasText: '/about' });
		expect(await row.locator('time').textContent()).toMatch(/^\d\d:\d\d:\d\d$/);
		await row.getByText('/about', { exact: true }).click();
		const sent = page.getByLabel('Sent');
		await sent.waitFor();
		expect(await sent.inputValue()).toContain('About Gutsy');
	});
});
