import { describe, expect, test } from 'vitest';
import { NOW } from '../support/a-member.ts';
import { become, goTo, messageWith, useCommand } from './support/hands.ts';
import { noBrowser } from './support/use-browser.ts';
import { useGutsyPage } from './support/use-gutsy-page.ts';

const HOUR = 3_600_000;
/** After the minute in which something is due. */
const A_MOMENT = 20_000;

describe.skipIf(noBrowser)('a channel’s daily post on the page', () => {
	const { open, gutsy } = useGutsyPage();

	test('is turned on by a moderator; a member takes its role and answers for themselves', async () => {
		const page = await open();
		await become(page, 'Mo');
		await useCommand(page, 'nudges-admin channel-start', {
			channel: { pick: '#wellness' },
			topics: { pick: 'sleep' },
			time: '10',
			timezone: 'UTC',
			role: { pick: '@Daily nudge' },
		});
		const card = await messageWith(page, 'Before it starts');
		await card.getByText('@Daily nudge').waitFor();
		await card.getByRole('button', { name: 'Start posting' }).click();
		await messageWith(page, 'It is on');

		await become(page, 'Anna');
		await goTo(page, /^wellness/);
		const hello = await messageWith(page, 'Hello from Gutsy');
		await hello.getByRole('button', { name: 'Turn notifications on or off' }).click();
		await messageWith(page, 'You have @Daily nudge now');
		await gutsy.moveTo(NOW + HOUR + A_MOMENT);
		const done = page.getByRole('button', { name: 'Done', exact: true });
		const post = page.getByRole('article').filter({ has: done });
		await post.getByText('@Daily nudge').waitFor();
		await done.click();
		const answer = await messageWith(page, 'Noted, and only you can see this');
		await answer.getByText('Only you can see this •').waitFor();

		await become(page, 'Ben');
		await goTo(page, /^wellness/);
		await post.waitFor();
		expect(await page.getByText('Noted, and only you').count()).toBe(0);
	});
});
