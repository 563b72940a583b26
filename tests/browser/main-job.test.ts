import { describe, expect, test } from 'vitest';
import {
	become,
	goTo,
	messageWith,
	openAnswerForm,
	openServer,
	optIn,
	typeCommand,
	useCommand,
} from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

describe.skipIf(noBrowser)('a member on the page', () => {
	const { open } = useGutsyPage();

	test('gets the right card for a question with typos, and a related one by a click', async () => {
		const page = await open();
		await useCommand(page, 'ask', { question: 'is kimchi god for my skinn' });
		const card = await messageWith(page, 'Which foods contain probiotics?');
		await card.getByText('Anna used /ask').waitFor();
		await card.getByText('Only you can see this').waitFor();
		await card.getByRole('button', { name: 'What are probiotics and do they help?' }).click();
		await messageWith(page, 'Probiotics are live bacteria');
		expect(await page.getByRole('article').count()).toBe(2);
	});

	test('chooses what was meant when the bot is not sure, and dismisses what was read', async () => {
		const page = await open();
		await useCommand(page, 'ask', { question: 'sleep' });
		await messageWith(page, 'I am not sure which of these you mean');
		const question = page.getByRole('article').filter({ hasText: 'Anna used /ask' });
		await question.getByRole('button', { name: 'Does sleep affect my gut and skin?' }).click();
		await messageWith(page, 'Gut cells follow a daily rhythm');
		await question.getByRole('button', { name: 'Dismiss message' }).click();
		await question.waitFor({ state: 'detached' });
		await page.getByText('Original message was deleted').waitFor();
	});

	test('picks from the titles that appear while typing', async () => {
		const page = await open();
		await typeCommand(page, 'ask', { question: 'probio' });
		await page.getByRole('option', { name: 'Do I need a probiotic supplement?' }).waitFor();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		const second = (await page.getByRole('option', { selected: true }).textContent()) ?? '';
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await messageWith(page, second);
	});

	test('opts in, sees tomorrow’s nudge after moving the clock, is told why, and stops', async () => {
		const page = await open();
		await optIn(page, { topics: 'sleep', time: '9am', timezone: 'Berlin' });
		await messageWith(page, /You are in.*Sleep daily at 09:00, Europe\/Berlin: next 23 November 2026/s);
		await page.getByRole('button', { name: 'Next nudge' }).click();
		await page.getByText(/Mon 23 November at 09:0\d/).waitFor();
		await page.getByRole('button', { name: 'Direct messages, 2 unread' }).click();
		const nudge = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Later' }) });
		await nudge.getByRole('button', { name: 'Why?' }).click();
		await messageWith(page, /Source:/);
		await nudge.getByRole('button', { name: 'Stop', exact: true }).click();
		await messageWith(page, 'No more nudges will come');
		await page.getByRole('button', { name: 'Direct messages', exact: true }).waitFor();
	});

	test('sees neither what others were told privately nor commands of moderators', async () => {
		const page = await open();
		await useCommand(page, 'help');
		await messageWith(page, 'What Gutsy can do');
		await become(page, 'Ben');
		expect(await page.getByRole('article').count()).toBe(0);
		await page.getByRole('textbox', { name: 'Message #ask-gutsy' }).fill('/');
		await page.getByRole('option', { name: '/ask' }).waitFor();
		expect(await page.getByRole('option', { name: '/faq-admin' }).count()).toBe(0);
	});
});

describe.skipIf(noBrowser)('a moderator on the page', () => {
	const { open } = useGutsyPage();
	const wording = 'Kimchi is one of many foods with live cultures. Ask your doctor if you are unsure.';

	test('words an answer for this server: members see it at once, the second server does not', async () => {
		const page = await open();
		await become(page, 'Mo');
		const form = await openAnswerForm(page);
		await form.getByLabel('Answer').fill(wording);
		await form.getByRole('button', { name: 'Submit' }).click();
		await messageWith(page, 'This is what members will see');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await messageWith(page, 'Saved. Members of this server get it from now on.');

		await become(page, 'Anna');
		await useCommand(page, 'ask', { question: 'Which foods contain probiotics?' });
		await messageWith(page, wording);

		await openServer(page, 'Another Server');
		await goTo(page, 'ask-gutsy');
		await useCommand(page, 'ask', { question: 'Which foods contain probiotics?' });
		await messageWith(page, 'Fermented foods do');
		expect(await page.getByText(wording).count()).toBe(0);
	});

	test('keeps what was typed when the form cannot be submitted yet', async () => {
		const page = await open();
		await become(page, 'Mo');
		const form = await openAnswerForm(page);
		await form.getByLabel('Answer').fill(wording);
		await form.getByLabel('Title').fill('');
		await form.getByRole('button', { name: 'Submit' }).click();
		await form.getByText('This field is required').waitFor();
		expect(await form.getByLabel('Answer').inputValue()).toBe(wording);
		await page.keyboard.press('Escape');
		await form.waitFor({ state: 'detached' });
	});
});
