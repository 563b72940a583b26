import { expect, test } from 'vitest';
import { faqAdmin } from '../../../commands/faq-admin.ts';
import { renderPlan } from '../../../commands/routes/faq-admin/import-file.ts';
import { privateLanding } from '../../../commands/routes/faq-admin/landing.ts';
import { listOf } from '../../../commands/routes/faq-admin/preview.ts';
import { renderStats } from '../../../commands/routes/faq-admin/stats.ts';
import { renderCheck } from '../../../commands/routes/faq-admin/tests.ts';
import { type MessageReply, privately } from '../../../src/discord/reply.ts';
import { createCatalogue } from '../../../src/faq/catalogue.ts';
import { aModerator, NOW } from '../../support/a-member.ts';
import { anApp, anEntry } from '../../support/an-app.ts';
import { learntFrom } from '../../support/learnt-from.ts';
import { said } from '../../support/said.ts';

/** A link under other words, bold, and a mention. */
const TITLE = '**a** [b](c) <@1>';
const PLAIN = '\\*\\*a\\*\\* \\[b\\](c) \\<\\@1\\>';

const issued = { owner: '701', now: NOW };
const moved = [{ question: TITLE, expect: 'a', gets: 'b' }];
const texts = { title: TITLE, answer: 'Ours.', aliases: [], topic: 'basics' as const };
const theirs = { texts, version: 2, by: '701', at: 1 };
const shipped = createCatalogue([anEntry()], learntFrom([anEntry()]));
const faq = { withStates: () => shipped };
const revision = {
	n: 1,
	change: 'abcdefghijkl',
	entry: 'own',
	kind: 'edit' as const,
	after: theirs,
	by: '701',
	at: 1,
};
const counts = { answer: 1, suggest: 0, none: 0, care: 0, opened: 0, daily: [1] };

test.each<[string, () => MessageReply | Promise<unknown>]>([
	['a warning', () => privately(...listOf('Look', [TITLE]))],
	['a test question', () => renderCheck(1, moved, issued)],
	[
		'an import',
		() =>
			renderPlan(
				{ items: [], added: [{ id: 'own', title: TITLE }], changed: [], unchanged: 0, invalid: [] },
				undefined,
				undefined,
			),
	],
	[
		'counts',
		() =>
			renderStats(
				{
					days: 7,
					counts: { ...counts, shown: new Map([['own', 1]]), helpful: new Map(), unhelpful: new Map() },
					titles: () => TITLE,
				},
				undefined,
			),
	],
	[
		'a change that was overtaken',
		() =>
			privateLanding(
				{ kind: 'overtaken', entries: [{ entry: 'own', theirs }] },
				{ ...issued, done: '', faq },
			),
	],
	[
		'the heading of a history',
		() => {
			const history = async () => ({ revisions: [revision], next: undefined });
			const app = anApp({
				faq: { ...faq, find: async () => anEntry({ id: 'own', title: TITLE }) },
				moderation: { overlay: { history } as never, decided: async () => [] },
			});
			return faqAdmin.execute({ subcommand: 'history', entry: 'own' }, app, aModerator());
		},
	],
])('%s shows a title as it was typed', async (_what, render) => {
	const shown = said((await render()) as MessageReply);
	expect(shown).toContain(PLAIN);
	expect(shown.replaceAll(PLAIN, '')).not.toContain('[b]');
});
