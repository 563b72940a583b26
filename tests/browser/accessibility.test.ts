import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DEMO_TOUR } from '../../src/sandbox/demo-tour.ts';
import { violations } from './support/axe.ts';
import {
	attachToCommand,
	become,
	goTo,
	messageWith,
	openAnswerForm,
	optIn,
	pickFrom,
	press,
	submitForm,
	typeCommand,
	useCommand,
} from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

const views: [string, (page: Page) => Promise<unknown>][] = [
	['the tour', (page) => page.getByRole('dialog', { name: 'You can be anyone here' }).waitFor()],
	[
		'an answer',
		async (page) => {
			await useCommand(page, 'ask', { question: 'Which foods contain probiotics?' });
			await messageWith(page, 'Fermented foods do');
		},
	],
	[
		'the command picker',
		async (page) => {
			await page.getByRole('textbox', { name: 'Message #ask-gutsy' }).fill('/');
			await page.getByRole('option').first().waitFor();
		},
	],
	[
		'suggestions for an option',
		async (page) => {
			await typeCommand(page, 'nudges start', { timezone: 'Ber' });
			await page.getByRole('option').first().waitFor();
		},
	],
	[
		'a nudge',
		async (page) => {
			await optIn(page, { topics: 'all', time: '9am', timezone: 'Berlin' });
			await messageWith(page, 'You are in');
			await page.getByRole('button', { name: 'Next nudge' }).click();
			await goTo(page, 'Direct messages, 2 unread');
			await page.getByRole('button', { name: 'Stop these' }).waitFor();
		},
	],
	[
		'a form',
		async (page) => {
			await become(page, 'Mo');
			await typeCommand(page, 'faq-admin edit', { entry: 'probiotics' });
			await page.getByRole('option').first().click();
			await page.keyboard.press('Enter');
			await page.getByRole('dialog', { name: 'Change an answer' }).waitFor();
		},
	],
	[
		'a change before it is saved',
		async (page) => {
			await become(page, 'Mo');
			await openAnswerForm(page);
			await submitForm(page, { Answer: 'Kimchi cures acne.' });
			await messageWith(page, 'This cannot be saved as it is');
		},
	],
	[
		'the history of a change',
		async (page) => {
			await become(page, 'Mo');
			await openAnswerForm(page);
			await submitForm(page, { Answer: 'Kimchi is one of many. Ask your doctor if you are unsure.' });
			await messageWith(page, 'This is what members will see');
			await press(page, 'Save');
			await messageWith(page, 'Saved.');
			await useCommand(page, 'faq-admin history');
			await messageWith(page, 'What was changed here');
		},
	],
	[
		'what a file would do',
		async (page) => {
			await become(page, 'Mo');
			await attachToCommand(page, 'faq-admin import', 'answers.csv', 'id,hidden\nsugar,yes\nnobody,yes\n');
			await messageWith(page, 'A look before importing');
		},
	],
	[
		'counts',
		async (page) => {
			await useCommand(page, 'ask', { question: 'what is the gut microbiome' });
			await messageWith(page, 'Your gut microbiome is');
			await become(page, 'Mo');
			await useCommand(page, 'faq-admin stats');
			await messageWith(page, 'The last 30 days').then((stats) => stats.getByRole('img').waitFor());
		},
	],
	[
		'the inbox',
		async (page) => {
			await useCommand(page, 'ask', { question: 'quokka snack ladder' });
			await press(page, 'Send this to the moderators');
			await submitForm(page, {});
			await messageWith(page, 'without your name');
			await become(page, 'Mo');
			await useCommand(page, 'faq-admin inbox');
			await messageWith(page, '1 question that nothing answered');
			await pickFrom(page, 'Pick a question', /quokka/);
			await page.getByRole('button', { name: 'Create entry' }).waitFor();
		},
	],
	[
		'a draft',
		async (page) => {
			await become(page, 'Mo');
			await useCommand(page, 'faq-admin settings', { approval: { pick: 'True' } });
			await messageWith(page, 'has to approve every change');
			await openAnswerForm(page);
			await submitForm(page, { Answer: 'Kimchi is one of many. Ask your doctor if you are unsure.' });
			await press(page, 'Save');
			await messageWith(page, 'yours waits');
			await become(page, 'Nia');
			await useCommand(page, 'faq-admin drafts');
			await pickFrom(page, 'Pick one to look at', /^edit/);
			await page.getByRole('button', { name: 'Approve' }).waitFor();
		},
	],
	[
		'the menu of a message',
		async (page) => {
			await useCommand(page, 'help');
			const message = await messageWith(page, 'What Gutsy can do');
			await message.getByText('What Gutsy can do').click({ button: 'right' });
			await page.getByRole('menu').waitFor();
		},
	],
	[
		'a request looked into',
		async (page) => {
			await useCommand(page, 'help');
			await messageWith(page, 'What Gutsy can do');
			await page
				.getByText(/POST \/interactions/)
				.first()
				.click();
			await page.getByLabel('Sent').waitFor();
		},
	],
];

describe.skipIf(noBrowser)('axe finds nothing in', () => {
	const { open } = useGutsyPage();

	test.each(views)('%s, dark or light', async (name, show) => {
		const page = await open({ tour: name === 'the tour' ? DEMO_TOUR : [] });
		await show(page);
		expect(await violations(page)).toEqual([]);
		await page.emulateMedia({ colorScheme: 'light' });
		expect(await violations(page)).toEqual([]);
	});

	test.each([[1440], [320]])(
		'the page at a width of %d pixels, which scrolls in no second direction',
		async (width) => {
			const page = await open({ viewport: { width, height: 700 } });
			if (width < 900) await page.getByRole('button', { name: 'Servers and channels' }).click();
			expect(await violations(page)).toEqual([]);
			expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
		},
	);
});

describe.skipIf(noBrowser)('the keyboard alone', () => {
	const { open } = useGutsyPage();

	async function tabTo(page: Page, name: string): Promise<void> {
		for (let presses = 0; presses < 60; presses += 1) {
			await page.keyboard.press('Tab');
			const focused = await page.evaluate(
				'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
			);
			if (String(focused).startsWith(name)) return;
		}
		throw new Error(`Tab does not lead to “${name}”`);
	}

	test('asks, opens a related answer, becomes somebody else and moves the clock', async () => {
		const page = await open();
		await page.keyboard.type('/ask is kimchi god for my skinn');
		await page.keyboard.press('Enter');
		await messageWith(page, 'Fermented foods do');
		await tabTo(page, 'Skip to the composer');
		await page.keyboard.press('Enter');
		// Backwards over the message's own menu, “Dismiss message” and what can be done with the answer.
		const steps = ['menu', 'dismiss', 'remind', 'share', 'not helpful', 'helpful', 'related'];
		for (const _step of steps) await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.getByRole('article').count()).toBe(2);
		await tabTo(page, 'Anna, Member');
		await page.keyboard.press('ArrowRight');
		await page.locator('.me', { hasText: 'Ben' }).waitFor();
		await tabTo(page, '+1 h');
		await page.keyboard.press('Space');
		await page.getByText('Sun 22 November at 11:00').waitFor();
	});

	test('sees where it is', async () => {
		const page = await open();
		const seen = new Set<string>();
		for (let presses = 0; presses < 30; presses += 1) {
			await page.keyboard.press('Tab');
			const outline = await page.evaluate(`(() => {
				const ringed = (element) => getComputedStyle(element).outlineStyle !== 'none';
				const { activeElement } = document;
				const holder = activeElement.closest('label, .composer') ?? activeElement;
				return ringed(activeElement) || ringed(holder) ? 'seen' : activeElement.outerHTML.slice(0, 120);
			})()`);
			seen.add(String(outline));
		}
		expect([...seen]).toEqual(['seen']);
	});
});
