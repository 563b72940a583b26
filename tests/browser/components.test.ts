import { describe, expect, test } from 'vitest';
import { aDiscord } from '../sandbox/support/a-discord.ts';
import { aShowingBot } from './support/a-showing-bot.ts';
import { messageWith, typeCommand, useCommand } from './support/hands.ts';
import { noBrowser, useBrowser } from './support/use-browser.ts';

describe.skipIf(noBrowser)('the page', () => {
	const browser = useBrowser();

	async function open() {
		const scene = await aDiscord();
		const bot = await aShowingBot(scene);
		const { url } = browser.serve({ discord: scene.discord, cast: [scene.alice.userId] });
		return { ...scene, ...bot, page: await browser.open(url) };
	}

	test('draws the components of a message and presses its buttons', async () => {
		const { page } = await open();
		await useCommand(page, 'cards');
		const card = await messageWith(page, 'A card');
		expect(await card.getByRole('img', { name: 'A green leaf' }).count()).toBe(1);
		await card.getByRole('button', { name: 'Count' }).click();
		await card.getByRole('button', { name: 'Count 1' }).waitFor();
		await card.getByText('(edited)').waitFor();
		expect(await card.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
		const link = card.getByRole('link', { name: 'Elsewhere' });
		expect(await link.getAttribute('href')).toBe('https://example.org');
		await card.getByRole('button', { name: 'Spoiler: show' }).click();
		await card.getByText('hidden', { exact: true }).waitFor();
	});

	test('shows that a button waits, and that the bot did not answer it', async () => {
		const { page, discord } = await open();
		await useCommand(page, 'cards');
		const card = await messageWith(page, 'A card');
		await card.getByRole('button', { name: 'Never answers' }).click();
		await card.getByRole('img', { name: 'Never answers: waiting for the bot' }).waitFor();
		await card.getByRole('button', { name: 'Count' }).click({ force: true });
		discord.clock.advance(4_000);
		await card.getByText('This interaction failed').waitFor();
		await card.getByRole('button', { name: 'Count' }).click();
		await card.getByRole('button', { name: 'Count 1' }).waitFor();
		expect(await card.getByText('This interaction failed').count()).toBe(0);
	});

	test('picks people, roles and channels in menus', async () => {
		const { page } = await open();
		await useCommand(page, 'cards');
		const card = await messageWith(page, 'A card');
		for (const [index, [menu, choice]] of [
			['A person', 'Gutsy'],
			['A role', '@everyone'],
			['A person or role', 'alice'],
			['A channel', '#general'],
		].entries()) {
			await card.getByRole('combobox', { name: `${menu}`, exact: true }).click();
			await card.getByRole('option', { name: `${choice}` }).click();
			await expect.poll(() => page.getByText(/^Picked \d+/).count()).toBe(index + 1);
		}
	});

	test('picks several in a menu by the keyboard alone, and sends them when it closes', async () => {
		const { page } = await open();
		await useCommand(page, 'cards');
		const card = await messageWith(page, 'A card');
		await card.getByRole('combobox', { name: 'Topics' }).focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Escape');
		await messageWith(page, 'Picked sleep and diet');
	});

	test('shows “thinking”, then the answer, then that it was edited', async () => {
		const { page, finishSlow } = await open();
		await useCommand(page, 'slow');
		const answer = await messageWith(page, 'Gutsy is thinking…');
		finishSlow();
		await answer.getByText('Thought twice').waitFor();
		await answer.getByText('(edited)').waitFor();
	});

	test('says so when a deferred answer never comes', async () => {
		const { page, discord } = await open();
		await useCommand(page, 'slow');
		const answer = await messageWith(page, 'Gutsy is thinking…');
		discord.clock.advance(16 * 60_000);
		await answer.getByText('The application did not respond').waitFor();
	});

	test('draws an embed', async () => {
		const { page } = await open();
		await useCommand(page, 'older');
		const message = await messageWith(page, 'See below');
		for (const text of ['An embed', 'works', 'Left', 'two', 'At the foot'])
			await message.getByText(text).waitFor();
	});

	test('fills in a form with every kind of field', async () => {
		const { page } = await open();
		await useCommand(page, 'form');
		const form = page.getByRole('dialog', { name: 'Everything' });
		await form.getByRole('button', { name: 'Submit' }).click();
		await expect.poll(() => form.getByText('This field is required').count()).toBe(3);
		await form.getByLabel('Name').fill('Anna');
		await form.getByRole('combobox', { name: 'Topic' }).click();
		await form.getByRole('option', { name: 'Stress' }).click();
		await form.getByRole('radio', { name: 'Sleep' }).check();
		await form.getByRole('checkbox', { name: 'Diet' }).check();
		await form.getByRole('checkbox', { name: 'Sleep' }).check();
		await form
			.getByLabel('Proof')
			.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a') });
		await form.getByRole('button', { name: 'Submit' }).click();
		await messageWith(page, /Form \["Anna",\["stress"\],"sleep",\["diet","sleep"\]/);
		await form.waitFor({ state: 'detached' });
	});

	test('takes every kind of option, and says what is missing or wrong', async () => {
		const { page } = await open();
		await typeCommand(page, 'every-option', { mood: 'Go' });
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page.getByText('This option is required. Specify a value.').waitFor();
		await page.getByRole('combobox', { name: 'count' }).fill('9');
		await page.keyboard.press('Enter');
		await page.getByText('Must be 5 or less.').waitFor();
		await page.getByRole('combobox', { name: 'count' }).fill('4');
		for (const [name, typed] of [
			['sure', 'tr'],
			['who', 'ali'],
			['where', '#gen'],
			['role', 'every'],
		] as const) {
			await page.getByRole('button', { name: `Add the option ${name}` }).click();
			await page.getByRole('combobox', { name }).fill(typed);
			await page.getByRole('option').first().waitFor();
			await page.keyboard.press('Tab');
		}
		await page.getByRole('button', { name: 'Add the option list' }).click();
		await page
			.getByLabel('list')
			.setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
		await page.getByRole('button', { name: 'Send' }).click();
		const got = await messageWith(page, /^(?=.*Got)/s);
		await got
			.getByText('["mood","good"],["count",4],["sure",true],["who","alice"],["where","general"]')
			.waitFor();
		await got.getByText('["list","list.csv"]').waitFor();
	});

	test('uses the commands of a right click, on a message and on who wrote it', async () => {
		const { page } = await open();
		await useCommand(page, 'older');
		const message = await messageWith(page, 'See below');
		await message.getByText('See below').click({ button: 'right' });
		await page.getByRole('menuitem', { name: 'Praise' }).click();
		await messageWith(page, 'Praise it');
		await message.getByText('Gutsy', { exact: true }).click({ button: 'right' });
		await page.getByRole('menuitem', { name: 'Greet' }).click();
		await messageWith(page, 'Greet the bot');
		await message.getByRole('button', { name: 'More for this message' }).focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await messageWith(page, 'Greet the bot');
	});

	test('begins a command that a text mentions, and lists none that is not allowed', async () => {
		const { page } = await open();
		await useCommand(page, 'cards');
		const card = await messageWith(page, 'A card');
		await card.getByRole('button', { name: '/cards' }).last().click();
		await page.getByRole('group', { name: 'Command /cards' }).waitFor();
		await page.keyboard.press('Escape');
		await page.keyboard.type('/');
		await page.getByRole('option').first().waitFor();
		expect(await page.getByRole('option', { name: '/restricted' }).count()).toBe(0);
		await page.keyboard.press('Escape');
		expect(await page.getByRole('option').count()).toBe(0);
	});
});
