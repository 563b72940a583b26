import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content.ts';
import { messageWith, typeCommand, useCommand } from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

const title = '<img src=x onerror="window.hacked = 1"> What does kombucha do?';
const answer = [
	'<script>window.hacked = 1</script> @everyone @here <@&1>',
	'[a link](javascript:window.hacked=1) [another](data:text/html,<script>window.hacked=1</script>)',
	'<a href="javascript:window.hacked=1">a third</a> `<b onmouseover="window.hacked=1">`',
	'<t:99999999999999:R> </style><style>*{display:none}</style> ![x](https://example.org/x.png)',
].join('\n');

describe.skipIf(noBrowser)('a hostile entry', () => {
	const { open, gutsy, expectComplaint } = useGutsyPage();

	test('is shown as the text that it is', async () => {
		const content = await loadContent('content');
		const [first, ...others] = content.entries;
		if (!first) throw new Error('There are no entries');
		await gutsy.stop();
		await gutsy.start({ content: { ...content, entries: [{ ...first, title, answer }, ...others] } });

		const page = await open();
		await typeCommand(page, 'ask', { question: 'kombucha' });
		await page.getByRole('option', { name: title }).click();
		await page.keyboard.press('Enter');
		const card = await messageWith(page, title);
		for (const line of [
			'<script>window.hacked = 1</script> @everyone @here',
			'<a href="javascript:',
			'</style><style>',
		])
			await card.getByText(line).waitFor();
		expect(await card.getByRole('link').getAttribute('href')).toBe('https://example.org/x.png');
		expect(await card.locator('img, script, style, .mention:has-text("everyone")').count()).toBe(0);
		expect(await page.evaluate('window.hacked')).toBeUndefined();
		await useCommand(page, 'help');
		await messageWith(page, 'What Gutsy can do');
	});

	test('is refused to run by the page’s policy, were it drawn as HTML', async () => {
		expectComplaint(/^This document requires 'Trusted(Script|HTML)' assignment/);
		const page = await open();
		await page.evaluate(`(() => {
			const script = document.createElement('script');
			try { script.text = 'window.hacked = 1'; document.body.append(script); } catch {}
			try { document.body.innerHTML += '<img src=x onerror="window.hacked = 1">'; } catch {}
		})()`);
		expect(await page.evaluate('window.hacked')).toBeUndefined();
	});
});
