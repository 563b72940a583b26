import { describe, expect, test } from 'vitest';
import { about } from '../../commands/about.ts';
import { help } from '../../commands/help.ts';
import { aMember, aModerator } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';
import { said } from '../support/said.ts';

describe('/help', () => {
	test('shows members what they can use, and moderators theirs as well', async () => {
		const forMembers = said(await help.execute({}, anApp(), aMember()));
		const forModerators = said(await help.execute({}, anApp(), aModerator()));
		expect(forMembers).toContain('/nudges start');
		expect(forMembers).not.toContain('-admin');
		expect(forModerators).toContain('/faq-admin edit');
		expect(forModerators).toContain('/nudges-admin channel-start');
	});
});

describe('/about', () => {
	test('tells what is stored and how to have it deleted', async () => {
		const text = said(await about.execute({}, anApp(), aMember()));
		expect(text).toContain('Your questions are not');
		expect(text).toContain('Done or Not today under a channel’s daily post: your Discord id, the channel');
		expect(text).toContain('/privacy view shows it and /nudges stop or /privacy delete deletes it');
	});
});
