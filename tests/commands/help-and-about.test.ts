import { describe, expect, test } from 'vitest';
import { about } from '../../commands/about.ts';
import { faqAdmin } from '../../commands/faq-admin.ts';
import { help } from '../../commands/help.ts';
import type { Caller } from '../../src/discord/caller.ts';
import { aMember, aModerator } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';
import { said } from '../support/said.ts';

describe('/help', () => {
	const shownTo = async (caller: Caller) => {
		const app = anApp();
		app.moderatorRole = async (guildId) => (guildId === '900' ? '555' : undefined);
		return said(await help.execute({}, app, caller));
	};

	test('shows members what they can use, and moderators theirs as well', async () => {
		const forMembers = await shownTo(aMember());
		const forModerators = await shownTo(aModerator());
		expect(forMembers).toContain('/nudges start');
		expect(forMembers).not.toContain('-admin');
		expect(forModerators).toContain('/nudges start');
		expect(forModerators).toContain('/nudges-admin channel-start');
	});

	test('names every part of /faq-admin to whoever may use it', async () => {
		const shown = await shownTo(aMember({ roles: ['555'] }));
		const options = 'options' in faqAdmin.data ? (faqAdmin.data.options ?? []) : [];
		expect(options.length).toBeGreaterThan(10);
		for (const { name } of options) expect(shown).toContain(`/faq-admin ${name}`);
		expect(shown).not.toContain('/nudges-admin');
	});

	test.each([
		['with another role', { roles: ['554'] }],
		['with the role of another server', { guildId: '901', roles: ['555'] }],
		['in a direct message', { guildId: undefined, where: 'dm' as const }],
	])('shows nothing of moderators to a member %s', async (_who, changes) => {
		expect(await shownTo(aMember(changes))).not.toContain('-admin');
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
