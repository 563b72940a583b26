import type { Page } from 'playwright-core';
import {
	attachToCommand,
	become,
	messageWith,
	openAnswerForm,
	openServer,
	pickFrom,
	press,
	submitForm,
	useCommand,
} from '../../tests/browser/support/hands.ts';

/** Takes a picture of the page as it is. */
export type Take = (name: string) => Promise<void>;

const narrow = { width: 940, height: 600 };
/** Tall enough for a whole card with what stands under it. */
const tall = { width: 940, height: 820 };
const asked = [
	'is hard tap water a problem',
	'Is the hard tap water a problem?',
	'which toothpaste should I use',
];
const file = [
	'id,title,topic,answer,aliases',
	'tap-water,Is tap water fine for my skin?,basics,"It may be for most people. Pat dry, then moisturise.",tap water',
	'sugar,Is sugar bad for my gut and skin?,food,"Less may help some people. Change one thing at a time.",sugar',
].join('\n');

/** What Mo does with the answers of the server, from a form to the counts of a month. */
export async function walkModerating(page: Page, take: Take, wording: string): Promise<void> {
	await become(page, 'Anna');
	await openServer(page, 'Gut & Skin Circle');
	for (const [index, question] of asked.entries()) {
		await useCommand(page, 'ask', { question });
		await page.getByRole('button', { name: 'Send this to the moderators' }).nth(index).click();
		await submitForm(page, {});
	}
	await become(page, 'Mo');
	const form = await openAnswerForm(page);
	await form.getByLabel('Answer').fill(wording);
	await take('moderate');
	await submitForm(page, {});
	await messageWith(page, 'This is what members will see');
	await page.setViewportSize(tall);
	await take('preview');
	await press(page, 'Save');
	await messageWith(page, 'Saved.');

	await openAnswerForm(page);
	await submitForm(page, { Answer: wording.replace('a spoonful', 'two spoonfuls') });
	await press(page, 'Save');
	await page.getByText('Saved.').nth(1).waitFor();
	await useCommand(page, 'faq-admin history', { entry: 'Which foods contain probiotics?' });
	await messageWith(page, 'History of');
	await take('history');
	// Other pictures show the first wording.
	await press(page, 'Undo 2');
	await messageWith(page, 'Taken back');
	await page.setViewportSize(narrow);
	await useCommand(page, 'faq-admin inbox');
	const inbox = await messageWith(page, 'most asked first');
	await pickFrom(inbox, 'Pick a question', /tap water/);
	await inbox.getByText('Sent 2 times').waitFor();
	await take('inbox');
	await attachToCommand(page, 'faq-admin import', 'answers.csv', file);
	await messageWith(page, 'A look before importing');
	await take('import');
	await page.setViewportSize(tall);
	await useCommand(page, 'faq-admin stats');
	await (await messageWith(page, 'The last 30 days')).getByRole('img').waitFor();
	await take('stats');
}
