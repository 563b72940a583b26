import { describe, expect, test } from 'vitest';
import { faqAdmin } from '../../../commands/faq-admin.ts';
import { undoChange, undoRevision } from '../../../src/discord/render-changes.ts';
import { createCatalogue } from '../../../src/faq/catalogue.ts';
import type { Proposal } from '../../../src/moderation/proposals.ts';
import type { Revision, StoredState } from '../../../src/moderation/stored-state.ts';
import { aModerator, NOW } from '../../support/a-member.ts';
import { anApp, anEntry } from '../../support/an-app.ts';
import { learntFrom } from '../../support/learnt-from.ts';
import { press } from '../../support/press.ts';
import { customIdOf, said } from '../../support/said.ts';
import { untouched } from './untouched.ts';

const shipped = createCatalogue([anEntry()], learntFrom([anEntry()]));
const moderator = aModerator();
const issued = { owner: moderator.userId, now: NOW };

function aState(version: number, title: string) {
	const texts = { title, answer: 'Ours. Read it.', aliases: [], topic: 'basics' as const };
	return { texts, version, by: '701', at: 1 };
}

const revision: Revision = {
	n: 1,
	change: 'abcdefghijkl',
	entry: 'gut-brain',
	kind: 'edit',
	after: aState(1, 'First'),
	by: '701',
	at: 1,
};

/** A server that changed an entry three times over, and what was saved of it since. */
function aServer(revisions: readonly Revision[] = [revision]) {
	const saved: Proposal[] = [];
	const stored: { now: StoredState } = { now: aState(2, 'Second') };
	const app = anApp({
		faq: { withStates: () => shipped },
		moderation: {
			...untouched,
			overlay: {
				...untouched.overlay,
				state: async () => stored.now,
				revision: async () => revision,
				revisionsOf: async () => revisions,
			},
			propose: async (_guildId, { items, by, at }) => ({ id: 'abcdefghijkl', items: [...items], by, at }),
			land: async (_guildId, proposal) => {
				saved.push(proposal);
				const [first] = proposal.items;
				return first?.basedOn === stored.now.version
					? { kind: 'saved', change: proposal.id, revisions, untold: false }
					: { kind: 'overtaken', entries: revisions.map(({ entry }) => ({ entry, theirs: stored.now })) };
			},
		},
	});
	return { app, saved, stored };
}

describe('a step that others followed', () => {
	test('is taken back only over what the moderator has seen', async () => {
		const { app, saved, stored } = aServer();
		const asked = await press(faqAdmin, undoRevision.write({ ...issued, n: '1' }), app, moderator);
		expect(said(asked)).toContain('Second');

		stored.now = aState(3, 'Third');
		const again = await press(faqAdmin, customIdOf(asked, 'Undo anyway'), app, moderator);
		expect(said(again)).toContain('was changed again since');
		expect(said(again)).toContain('Third');
		expect(saved).toEqual([]);

		const done = await press(faqAdmin, customIdOf(again, 'Undo anyway'), app, moderator);
		expect(said(done)).toContain('Taken back.');
		expect(saved).toMatchObject([{ items: [{ basedOn: 3, undoes: 1 }] }]);
	});

	test('is shown once more by a button that does not say what was seen', async () => {
		const { app, saved } = aServer();
		const asked = await press(faqAdmin, undoRevision.write({ ...issued, n: '1' }), app, moderator);
		const former = customIdOf(asked, 'Undo anyway').replace(/:2$/, '');
		expect(said(await press(faqAdmin, former, app, moderator))).toContain('was changed again since');
		expect(saved).toEqual([]);
	});

	test('is not offered again once it stands as it did before', async () => {
		const { app, stored } = aServer();
		stored.now = { version: 2, by: '701', at: 1 };
		const reply = await press(faqAdmin, undoRevision.write({ ...issued, n: '1' }), app, moderator);
		expect(said(reply)).toBe('“First” stands as it did before that change already.');
	});

	test('is not taken back with others, which says what can be done', async () => {
		const { app } = aServer([revision, { ...revision, n: 2, entry: 'oat-milk' }]);
		const change = undoChange.write({ ...issued, change: revision.change });
		const refused = said(await press(faqAdmin, change, app, moderator));
		expect(refused).toContain('Nothing was changed: somebody changed “Second”');
		expect(refused).toContain('one by one in `/faq-admin history`');
	});
});
