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
	await page.getByRole('radio', { name: new RegExp(`^${name},`) }).click({ force: true });
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

/** Uses a command that takes a file and nothing else. */
export async function attachToCommand(
	page: Page,
	command: string,
	name: string,
	text: string,
): Promise<void> {
	await typeCommand(page, command);
	await page
		.locator('input[type=file]')
		.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
	await page.getByRole('button', { name: 'Send' }).click();
}

/** Opens a menu and picks the first choice of that name. */
export async function pickFrom(within: Page | Locator, menu: string, choice: string | RegExp): Promise<void> {
	await within.getByRole('combobox', { name: menu }).last().click();
	await within.getByRole('option', { name: choice }).first().click();
}

/** Fills in fields of the form that is open, by their labels, and submits it. */
export async function submitForm(page: Page, fields: Record<string, string | Pick>): Promise<void> {
	const form = page.getByRole('dialog');
	for (const [label, value] of Object.entries(fields)) {
		if (typeof value === 'string') await form.getByRole('textbox', { name: label }).fill(value);
		else await pickFrom(form, label, value.pick);
	}
	await form.getByRole('button', { name: 'Submit' }).click();
	await form.waitFor({ state: 'detached' });
}

/** Presses a button under the newest message that has it: not for one that an older message has, too, while the newer is awaited. */
export async function press(page: Page, label: string | RegExp): Promise<void> {
	await page.getByRole('article').getByRole('button', { name: label, exact: true }).last().click();
}

/** Opens the menu of a message and uses a command from it. */
export async function useOnMessage(page: Page, text: string, command: string): Promise<void> {
	const message = await messageWith(page, text);
	await message.getByText(text).click({ button: 'right' });
	await page.getByRole('menuitem', { name: command }).click();
}

/** Asks for nudges and agrees to what that means. */
export async function optIn(page: Page, options: Record<string, string>): Promise<void> {
	await useCommand(page, 'nudges start', options);
	await page.getByRole('button', { name: 'Start', exact: true }).click();
}
