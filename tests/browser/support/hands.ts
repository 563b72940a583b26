import type { Locator, Page } from 'playwright-core';

/** What is picked from the list under an option, rather than left as it was typed. */
interface Pick {
	pick: string;
}

/** Types as a person does: a slash, the command, and then its options by name. The first option is where one is already. */
export async function typeCommand(
	page: Page,
	command: string,
	options: Record<string, string | Pick> = {},
): Promise<void> {
	await page.getByRole('textbox', { name: /^Message / }).click();
	await page.keyboard.type(`/${command}`);
	await page
		.getByRole('option', { name: `/${command}` })
		.first()
		.waitFor();
	await page.keyboard.press('Tab');
	for (const [name, value] of Object.entries(options)) {
		const pill = page.getByRole('combobox', { name, exact: true });
		if ((await pill.count()) === 0)
			await page.getByRole('button', { name: `Add the option ${name}`, exact: true }).click();
		if (typeof value === 'string') await pill.fill(value);
		else {
			await pill.fill(value.pick);
			await page.getByRole('option', { name: value.pick, exact: true }).click();
		}
	}
}

/** Types a command and sends it. */
export async function useCommand(
	page: Page,
	command: string,
	options: Record<string, string | Pick> = {},
): Promise<void> {
	await typeCommand(page, command, options);
	await page.keyboard.press('Enter');
}

export async function become(page: Page, name: string): Promise<void> {
	await page.getByRole('radio', { name: new RegExp(`^${name},`) }).check({ force: true });
	await page.locator('.me', { hasText: name }).waitFor();
}

export async function goTo(page: Page, name: string | RegExp): Promise<void> {
	await page.getByRole('navigation').getByRole('button', { name }).click();
}

/** The newest message that holds a text, once it is there. */
export async function messageWith(page: Page, text: string | RegExp): Promise<Locator> {
	const message = page.getByRole('article').filter({ hasText: text }).last();
	const id = await message.getAttribute('id');
	// It stays the same one whatever becomes of its words.
	return id === null ? message : page.locator(`[id="${id}"]`);
}

export async function openServer(page: Page, name: string): Promise<void> {
	await page.getByRole('navigation', { name: 'Servers' }).getByRole('button', { name }).click();
}

/** Turns a switch of the tools on, and waits until it is. */
export async function switchOn(page: Page, name: string): Promise<void> {
	await page.getByRole('switch', { name }).click();
	await page.getByRole('switch', { name, checked: true }).waitFor();
}

/** Opens, as a moderator, the form for the entry about foods with probiotics. */
export async function openAnswerForm(page: Page): Promise<Locator> {
	await typeCommand(page, 'faq-admin edit', { entry: 'foods contain prob' });
	await page.getByRole('option', { name: 'Which foods contain probiotics?' }).click();
	await page.keyboard.press('Enter');
	return page.getByRole('dialog', { name: 'Change an answer' });
}

/** Asks for nudges and agrees to what that means. */
export async function optIn(page: Page, options: Record<string, string>): Promise<void> {
	await useCommand(page, 'nudges start', options);
	await page.getByRole('button', { name: 'Start', exact: true }).click();
}
