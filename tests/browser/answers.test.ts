import { describe, expect, test } from 'vitest';
import { become, goTo, messageWith, optIn, press, useCommand } from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

describe.skipIf(noBrowser)('around an answer on the page', () => {
	const { open } = useGutsyPage();

	test('a member says that it helped, and shares it: the others see the card and not the question', async () => {
		const page = await open();
		await useCommand(page, 'ask', { question: 'is kimchi god for my skinn' });
		const card = await messageWith(page, 'Fermented foods do');
		await card.getByRole('button', { name: 'Helpful', exact: true }).click();
		await messageWith(page, 'Counted as helpful');
		await card.getByRole('button', { name: 'Share here' }).click();
		await become(page, 'Ben');
		const shared = await messageWith(page, 'Fermented foods do');
		expect(await shared.getByText('Only you can see this').count()).toBe(0);
		expect(await page.getByText('god for my skinn').count()).toBe(0);
		await shared.getByRole('button', { name: 'Not helpful' }).click();
		await messageWith(page, 'Counted as not helpful');
	});

	test.each([
		['the button under it', {}],
		['an option of the command', { share: { pick: 'True' } }],
	])('a card that was shared by %s replies to nothing that is not seen', async (_way, options) => {
		const page = await open();
		await useCommand(page, 'ask', { question: 'is kimchi good for my skin', ...options });
		if (!('share' in options)) await press(page, 'Share here');
		const cards = page.getByRole('article').filter({ hasText: 'Fermented foods do' });
		const shared = cards.filter({ hasNotText: 'Only you can see this' });
		await shared.waitFor();
		expect(await shared.locator('.reply-context').count()).toBe(1);
		await page.getByRole('button', { name: 'Dismiss message' }).click();
		await expect.poll(() => shared.locator('.reply-context').count()).toBe(0);
		await become(page, 'Ben');
		await shared.waitFor();
		expect(await shared.locator('.reply-context').count()).toBe(0);
	});

	test('a member starts a daily nudge from a card', async () => {
		const page = await open();
		await useCommand(page, 'ask', { question: 'is kimchi god for my skinn' });
		const card = await messageWith(page, 'Fermented foods do');
		await card.getByRole('button', { name: 'Remind me daily' }).click();
		const form = page.getByRole('dialog');
		await form.getByLabel('Where are you?').fill('Berlin');
		await form.getByRole('button', { name: 'Submit' }).click();
		await messageWith(page, '08:00');
	});

	test('a member sends a question that nothing answers to the moderators, or looks around', async () => {
		const page = await open();
		await useCommand(page, 'ask', { question: 'who won the football yesterday' });
		const miss = await messageWith(page, 'I don’t have that');
		await miss.getByRole('button', { name: 'Send this to the moderators' }).click();
		const form = page.getByRole('dialog', { name: 'Send this to the moderators' });
		expect(await form.getByLabel('Your question').inputValue()).toBe('who won the football yesterday');
		await form.getByRole('button', { name: 'Submit' }).click();
		await messageWith(page, 'without your name');
		await miss.getByRole('button', { name: /^Look around/ }).click();
		await page.getByRole('article').nth(2).waitFor();
	});

	test('a member browses from subjects to a card and on to another', async () => {
		const page = await open();
		await useCommand(page, 'browse');
		await messageWith(page, 'What would you like to read about?');
		const shelf = page.getByRole('article');
		await shelf.getByRole('combobox', { name: 'Pick a subject' }).click();
		await page.getByRole('option', { name: 'Food', exact: true }).click();
		await shelf.getByRole('combobox', { name: 'Food: pick a question' }).click();
		await page.getByRole('option', { name: 'Which foods contain probiotics?' }).click();
		await shelf.getByText('Fermented foods do').waitFor();
		expect(await page.getByRole('article').count()).toBe(1);
	});

	test('a member finds out in six taps where to begin', async () => {
		const page = await open();
		await useCommand(page, 'start');
		for (const label of ['Hardly ever', 'Every day', 'Yes', 'A screen', 'A rare treat', 'I do'])
			await page.getByRole('button', { name: label, exact: true }).click();
		const end = await messageWith(page, 'Begin with sleep');
		await end.getByRole('button', { name: 'Remind me daily' }).click();
		await page.getByRole('dialog', { name: 'A daily nudge: Sleep' }).waitFor();
	});

	test('a member answers a nudge and sees the progress as words and picture, and takes the data along', async () => {
		const page = await open();
		await optIn(page, { topics: 'sleep', time: '9am', timezone: 'Berlin' });
		await messageWith(page, 'You are in');
		await page.getByRole('button', { name: 'Next nudge' }).click();
		await goTo(page, 'Direct messages, 2 unread');
		await page.getByRole('button', { name: 'Done', exact: true }).click();
		await page.getByRole('button', { name: 'Done ✓' }).waitFor();
		await useCommand(page, 'progress');
		const progress = await messageWith(page, 'Your progress');
		await progress.getByText('Done 1 of the last 1.').waitFor();
		const picture = progress.getByRole('img', { name: /Sleep: habit strength 5 percent/ });
		await picture.scrollIntoViewIfNeeded();
		await expect
			.poll(() => picture.evaluate((image) => ('naturalWidth' in image ? Number(image.naturalWidth) : 0)))
			.toBeGreaterThan(500);
		await progress.getByRole('button', { name: 'Recap on Sundays: off' }).click();
		await progress.getByRole('button', { name: 'Recap on Sundays: on' }).waitFor();
		await useCommand(page, 'privacy export');
		const exported = await messageWith(page, 'Everything that is stored about you');
		await exported.getByRole('link', { name: /gutsy-data\.json/ }).waitFor();
	});

	test('a member sees what is stored, and deletes it', async () => {
		const page = await open();
		await optIn(page, { topics: 'sleep', time: '9am', timezone: 'Berlin' });
		await messageWith(page, 'You are in');
		await useCommand(page, 'privacy view');
		await messageWith(page, 'stored. Kept until you stop them');
		await useCommand(page, 'privacy delete');
		await page.getByRole('button', { name: 'Delete everything' }).click();
		await messageWith(page, 'Nothing about you is left');
	});

	test('a member answers somebody’s message from the FAQ', async () => {
		const page = await open();
		await goTo(page, 'wellness');
		await page
			.getByRole('textbox', { name: 'Message #wellness' })
			.fill('is kimchi good for your skin, anyone?');
		await page.keyboard.press('Enter');
		await page.getByText('anyone?').waitFor();
		await become(page, 'Ben');
		await goTo(page, 'wellness');
		await page.getByText('anyone?').waitFor();
		const asked = await messageWith(page, 'anyone?');
		await asked.click({ button: 'right' });
		await page.getByRole('menuitem', { name: 'Answer from the FAQ' }).click();
		const candidate = await messageWith(page, 'Fermented foods do');
		await candidate.getByRole('button', { name: 'Post as a reply' }).click();
		await messageWith(page, 'Posted as a reply');
		await become(page, 'Anna');
		await goTo(page, 'wellness');
		await messageWith(page, 'Fermented foods do');
	});
});
