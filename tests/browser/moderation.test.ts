import { describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import {
	attachToCommand,
	become,
	goTo,
	messageWith,
	pickFrom,
	press,
	submitForm,
	useCommand,
	useOnMessage,
} from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

const KOMBUCHA = {
	Title: 'Is our home-made kombucha fine?',
	Answer: 'It may be for many people. Start with a small glass.',
	'Other names': 'homebrew booch',
	Subject: { pick: 'Food' },
};
const SUGAR = { entry: { pick: 'Is sugar bad for my gut and skin?' } };

describe.skipIf(noBrowser)('a moderator on the page', () => {
	const { open, gutsy } = useGutsyPage();

	/** Sends a question that nothing answers, as Anna would. */
	async function send(question: string): Promise<void> {
		const anna = gutsy.discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'wellness' });
		const { message } = await anna.slash('ask', { question });
		const { modal } = message ? await anna.click(message, 'Send this to the moderators') : {};
		if (!modal) throw new Error('No form was shown');
		await anna.submit(modal, {});
	}

	test('writes an answer, mends what cannot stay, and deletes it after a question', async () => {
		const page = await open();
		await become(page, 'Mo');
		await useCommand(page, 'faq-admin add');
		await submitForm(page, { ...KOMBUCHA, Answer: 'Kombucha cures acne.' });
		const blocked = await messageWith(page, 'This cannot be saved as it is');
		expect(await blocked.getByRole('button', { name: 'Save' }).count()).toBe(0);
		await press(page, 'Write on');
		await submitForm(page, { Answer: KOMBUCHA.Answer });
		const preview = await messageWith(page, 'This is what members will see');
		await preview.getByText(KOMBUCHA.Answer).waitFor();
		await press(page, 'Save');
		await messageWith(page, 'Saved. Members of this server get it from now on.');

		await useCommand(page, 'faq-admin delete', { entry: KOMBUCHA.Title });
		await messageWith(page, `Delete “${KOMBUCHA.Title}”?`);
		await press(page, 'Delete');
		await messageWith(page, 'Deleted.');
		await press(page, 'Undo');
		await messageWith(page, 'Taken back');
		await become(page, 'Anna');
		await useCommand(page, 'ask', { question: 'homebrew booch' });
		await messageWith(page, KOMBUCHA.Answer);
	});

	test('hides an answer after a question, takes that back and that, too, and restores it', async () => {
		const page = await open();
		await become(page, 'Mo');
		await useCommand(page, 'faq-admin hide', SUGAR);
		await press(page, 'Keep it');
		await messageWith(page, 'Nothing was changed.');
		await useCommand(page, 'faq-admin hide', SUGAR);
		await press(page, 'Hide');
		await messageWith(page, 'Hidden.');
		await press(page, 'Undo');
		await page.getByText('Taken back').waitFor();
		// What was taken back can be taken back itself.
		await press(page, 'Undo');
		await page.getByText('Taken back').nth(1).waitFor();
		await useCommand(page, 'faq-admin restore');
		await messageWith(page, 'Which of these shall members get again?');
		await pickFrom(page, 'Pick an answer', SUGAR.entry.pick);
		await messageWith(page, 'It is back');
	});

	test('begins an answer with what a member wrote', async () => {
		const page = await open();
		await page.getByRole('textbox', { name: 'Message #ask-gutsy' }).fill('Is miso soup fine at night?');
		await page.keyboard.press('Enter');
		await messageWith(page, 'miso soup');
		await become(page, 'Mo');
		await useOnMessage(page, 'Is miso soup fine at night?', 'Add to FAQ');
		const form = page.getByRole('dialog', { name: 'A new answer' });
		expect(await form.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(
			'Is miso soup fine at night?',
		);
		await submitForm(page, { Answer: 'For most people it is. Try a small bowl.', Subject: { pick: 'Food' } });
		await messageWith(page, 'This is what members will see');
		await press(page, 'Cancel');
		await messageWith(page, 'Nothing was changed.');
	});

	test('saves test questions, also under an answer, checks them and removes one', async () => {
		const page = await open();
		await become(page, 'Mo');
		await useCommand(page, 'faq-admin test', { question: 'is kimchi good for my skin?', ...SUGAR });
		await messageWith(page, 'It does not get that answer yet');
		await useCommand(page, 'ask', { question: 'what is the gut microbiome' });
		await messageWith(page, 'Your gut microbiome is');
		await press(page, 'Save as test question');
		await messageWith(page, 'It gets that answer now');
		await useCommand(page, 'faq-admin check');
		await messageWith(page, '1 of 2 test questions get the answer that they should');
		await press(page, 'See all');
		await pickFrom(page, 'Remove …', /kimchi/);
		await messageWith(page, 'Removed.');
		await useCommand(page, 'faq-admin tests');
		await messageWith(page, '1 test question');
	});

	test('looks at a file before it is imported, takes all of it back, and gets one to keep', async () => {
		const page = await open();
		await become(page, 'Mo');
		const csv =
			'id,title,topic,answer\noat-milk,Oat milk?,food,It may help. Try it.\nsugar,Sugar?,food,Less may help. Try it.\n';
		await attachToCommand(page, 'faq-admin import', 'answers.csv', csv);
		await messageWith(page, 'Added: 1 · Changed: 1 · Unchanged: 0 · Invalid: 0');
		await press(page, 'Import 2');
		await messageWith(page, 'Saved.');
		await useCommand(page, 'faq-admin export', { format: { pick: 'CSV' } });
		const exported = await messageWith(page, '2 entries.');
		await exported.getByRole('link', { name: 'answers.csv' }).waitFor();
		await press(page, 'Undo all 2');
		await messageWith(page, 'Taken back');
	});

	test('finds in the inbox what nobody could answer, and settles it in three ways', async () => {
		const page = await open();
		for (const question of ['how many bicycles fit in a shed', 'quokka snack ladder', 'purple tractor songs'])
			await send(question);
		await become(page, 'Mo');
		await useCommand(page, 'faq-admin inbox');
		await messageWith(page, '3 questions that nothing answered');
		await pickFrom(page, 'Pick a question', /bicycles/);
		await press(page, 'Create entry');
		await submitForm(page, { Answer: 'About four. Measure first.', Subject: { pick: 'The basics' } });
		await messageWith(page, 'This is what members will see');
		await press(page, 'Save');
		await messageWith(page, 'is answered with it now, and has left the inbox');

		await useCommand(page, 'faq-admin inbox');
		const second = await messageWith(page, '2 questions that nothing answered');
		await pickFrom(second, 'Pick a question', /quokka/);
		await pickFrom(second, 'Add as another name to …', /\?$/);
		await messageWith(page, 'This is what members will see');
		await press(page, 'Save');
		await messageWith(page, '“quokka snack ladder” is answered with it now');

		await useCommand(page, 'faq-admin inbox');
		const third = await messageWith(page, '1 question that nothing answered');
		await pickFrom(third, 'Pick a question', /tractor/);
		await third.getByRole('button', { name: 'Back' }).click();
		await pickFrom(third, 'Pick a question', /tractor/);
		await third.getByRole('button', { name: 'Dismiss', exact: true }).click();
		await messageWith(page, 'The inbox is empty');
	});

	test('looks after answers past their day, and sees counts as words and picture', async () => {
		await gutsy.moveTo(Date.UTC(2027, 11, 1));
		const page = await open();
		await useCommand(page, 'ask', { question: 'what is the gut microbiome' });
		await messageWith(page, 'Your gut microbiome is');
		await become(page, 'Mo');
		await useCommand(page, 'faq-admin review');
		await messageWith(page, 'answers to look at');
		await pickFrom(page, 'Pick an answer', /review was due/);
		const due = await messageWith(page, 'To be read again by');
		await due.getByRole('button', { name: 'Edit' }).click();
		await page
			.getByRole('dialog', { name: 'Change an answer' })
			.getByRole('button', { name: 'Cancel' })
			.click();
		await due.getByRole('button', { name: 'Still right' }).click();
		await messageWith(page, 'It comes up again on 2028');

		await useCommand(page, 'faq-admin stats', { days: { pick: '7 days' } });
		const stats = await messageWith(page, 'What is the gut microbiome?: shown 1');
		const picture = stats.getByRole('img', { name: /^In 7 days 1 question/ });
		await picture.scrollIntoViewIfNeeded();
		await expect
			.poll(() => picture.evaluate((image) => ('naturalWidth' in image ? Number(image.naturalWidth) : 0)))
			.toBeGreaterThan(500);
	});
});

describe.skipIf(noBrowser)('two moderators on the page', () => {
	const { open } = useGutsyPage();

	test('who edit the same answer lose no text; its history shows each step and takes one back', async () => {
		const [mo, nia] = [await open(), await open()];
		await become(mo, 'Mo');
		await become(nia, 'Nia');
		for (const page of [mo, nia]) await useCommand(page, 'faq-admin edit', SUGAR);
		await submitForm(nia, { Answer: 'The second text. It waits.' });
		await messageWith(nia, 'This is what members will see');
		await submitForm(mo, { Answer: 'The first text. It stands.' });
		await press(mo, 'Save');
		await messageWith(mo, 'Saved.');

		await press(nia, 'Save');
		const both = await messageWith(nia, 'Nothing was saved');
		for (const words of ['The first text. It stands.', 'The second text. It waits.'])
			await both.getByText(words).waitFor();
		await press(nia, 'Put both together');
		const form = nia.getByRole('dialog').getByRole('textbox', { name: 'Answer' });
		expect(await form.inputValue()).toBe('The first text. It stands.\n\nThe second text. It waits.');
		await submitForm(nia, { Answer: 'The first text. It waits.' });
		await press(nia, 'Save');
		await messageWith(nia, 'Saved.');

		await useCommand(nia, 'faq-admin history', SUGAR);
		const history = await messageWith(nia, 'History of “Is sugar bad');
		await history.locator('s', { hasText: 'stands' }).waitFor();
		await history.getByText('@Nia').waitFor();
		await press(nia, 'Undo 2');
		await messageWith(nia, 'Taken back');
	});

	test('approve and reject what the other wrote; the channel for changes is told, with a way back', async () => {
		const page = await open();
		await become(page, 'Mo');
		await useCommand(page, 'faq-admin settings', {
			'audit-channel': { pick: '#mod-log' },
			approval: { pick: 'True' },
		});
		await messageWith(page, 'has to approve every change');
		const answers = ['A good text. It may help.', 'Another text. It may help.'];
		for (const [index, Answer] of answers.entries()) {
			await useCommand(page, 'faq-admin edit', SUGAR);
			await submitForm(page, { Answer });
			await press(page, 'Save');
			await page.getByText('yours waits').nth(index).waitFor();
		}
		await become(page, 'Nia');
		await useCommand(page, 'faq-admin drafts');
		await messageWith(page, '2 changes wait for a second moderator');
		await pickFrom(page, 'Pick one to look at', 'edit: Is sugar bad');
		await messageWith(page, 'A good text.');
		await press(page, 'Approve');
		await submitForm(page, { 'A note, if you like': 'Well put' });
		await messageWith(page, 'Approved.');
		await useCommand(page, 'faq-admin drafts');
		await messageWith(page, '1 change waits');
		await pickFrom(page, 'Pick one to look at', 'edit: Is sugar bad');
		await press(page, 'Reject');
		await submitForm(page, { 'Why?': 'We have one already' });
		await messageWith(page, 'We have one already');

		await goTo(page, /^mod-log/);
		await messageWith(page, 'approved by @Nia');
		await messageWith(page, 'Well put');
		await messageWith(page, 'We have one already');
		await press(page, 'Undo');
		await messageWith(page, 'yours waits');
	});
});
