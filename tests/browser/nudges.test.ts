import { describe, test } from 'vitest';
import { goTo, messageWith, optIn, press, useCommand } from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

describe.skipIf(noBrowser)('a member who has opted in', () => {
	const { open } = useGutsyPage();

	test('puts a nudge off for an hour, says “not today” when it comes again, and stops with a command', async () => {
		const page = await open();
		await optIn(page, { topics: 'sleep', time: '9am', timezone: 'Berlin' });
		await messageWith(page, 'You are in');
		await page.getByRole('button', { name: 'Next nudge' }).click();
		await goTo(page, 'Direct messages, 2 unread');
		await press(page, 'Later');
		await messageWith(page, 'When shall it come again?');
		await press(page, 'In 1 hour');
		await messageWith(page, 'It comes again at');
		await page.getByRole('button', { name: 'Next nudge' }).click();
		await page.getByText(/Mon 23 November at 10:\d\d/).waitFor();
		await page.getByRole('button', { name: 'Not today', exact: true }).nth(1).click();
		await page.getByRole('button', { name: 'Not today, noted' }).waitFor();
		await useCommand(page, 'nudges stop');
		await messageWith(page, 'No more nudges will come');
		await useCommand(page, 'nudges status');
		await messageWith(page, 'You get no nudges');
	});

	test('changes when and how nudges come, pauses them and brings them back', async () => {
		const page = await open();
		await optIn(page, { topics: 'sleep', time: '9am', timezone: 'Berlin' });
		await messageWith(page, 'You are in');
		await useCommand(page, 'nudges programme', { topic: { pick: 'Sleep' } });
		await messageWith(page, 'Programme: 0 of 14 days have come');
		await useCommand(page, 'nudges time', { time: '8pm' });
		await messageWith(page, 'Sleep daily at 20:00');
		await useCommand(page, 'nudges quiet', { from: '22:00', to: '7am' });
		await messageWith(page, 'Changed');
		await useCommand(page, 'nudges recap', { on: { pick: 'True' } });
		await useCommand(page, 'nudges pause', { until: '3 days' });
		await useCommand(page, 'nudges status');
		const status = await messageWith(page, 'Your nudges');
		for (const words of ['Quiet from 22:00 to 07:00', 'Sunday’s nudge looks back', 'Paused until'])
			await status.getByText(words).waitFor();
		await useCommand(page, 'nudges resume');
		await useCommand(page, 'nudges status');
		await page.getByRole('article').filter({ hasText: 'Your nudges' }).nth(1).waitFor();
	});
});
