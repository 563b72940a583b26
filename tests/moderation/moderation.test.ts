import { describe, expect, test } from 'vitest';
import { createKeyedHash } from '../../src/core/keyed-hash.ts';
import { createCurators } from '../../src/moderation/curators.ts';
import { createDecisions } from '../../src/moderation/decisions.ts';
import { createDrafts } from '../../src/moderation/drafts.ts';
import { createModeration, type Wish } from '../../src/moderation/moderation.ts';
import type { OverlayStore } from '../../src/moderation/overlay-store.ts';
import { createProposals } from '../../src/moderation/proposals.ts';
import { createSettings } from '../../src/moderation/settings.ts';
import type { Revision } from '../../src/moderation/stored-state.ts';
import { createTestQuestions } from '../../src/moderation/test-questions.ts';
import { undoItems } from '../../src/moderation/undo.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, anEdit, anOverlay, BEN, GUILD } from './an-overlay.ts';
import { presentVersions } from './present-versions.ts';

const redis = useRedis();
const AUDIT = '333333333333333333';
const CLARA = '444444444444444444';

interface Around {
	overlay?: Partial<OverlayStore>;
	announce?: () => Promise<void>;
	tell?: (channelId: string, revisions: readonly Revision[]) => Promise<boolean>;
	readSettings?: () => Promise<never>;
	putProposal?: () => Promise<'full'>;
}

/** Moderation over the test's Redis, and what it let others know, in order. */
function aModeration({ overlay, announce, tell, readSettings, putProposal }: Around = {}) {
	const heard: string[] = [];
	const unannounced: unknown[] = [];
	let ids = 0;
	const newId = () => `id-${++ids}`;
	const fail = (error: unknown) => {
		throw error;
	};
	const settings = createSettings(redis.client, fail);
	const curators = createCurators(redis.client, async () => createKeyedHash('key'));
	const decisions = createDecisions(redis.client, fail);
	const moderation = createModeration({
		overlay: { ...anOverlay(redis.client).store, ...overlay },
		proposals: { ...createProposals(redis.client, newId), ...(putProposal && { put: putProposal }) },
		drafts: createDrafts(redis.client, fail),
		decisions,
		curators,
		settings: readSettings === undefined ? settings : { ...settings, read: readSettings },
		testQuestions: createTestQuestions(redis.client, fail),
		feed: {
			announce: (guildId) => {
				heard.push(`announced ${guildId}`);
				return announce?.() ?? Promise.resolve();
			},
		},
		onChange: (guildId) => heard.push(`changed ${guildId}`),
		onUnannounced: (error) => unannounced.push(error),
		tell: async (channelId, revisions) => {
			heard.push(`told ${channelId} of ${revisions.map(({ n }) => n).join()}`);
			return tell?.(channelId, revisions) ?? true;
		},
	});
	const land = async (wish: Partial<Wish> = {}) => {
		const whole = { items: [anEdit('gut', 0, 'Ours')], by: ANNA, at: 5, ...wish };
		return moderation.land(GUILD, await moderation.propose(GUILD, whole));
	};
	const takeBack = async (
		revisions: readonly Revision[],
		{ by, at, anyway }: { by: string; at: number; anyway: boolean },
	) => {
		const present = anyway ? await presentVersions(moderation.overlay, GUILD, revisions) : undefined;
		return land({ items: undoItems(revisions, present), by, at });
	};
	const title = async (entry = 'gut') => (await moderation.overlay.state(GUILD, entry))?.texts?.title;
	return { moderation, decisions, curators, heard, unannounced, land, takeBack, title };
}

/** What a second moderator makes of a draft. */
const aVerdict = (by: string, note?: string) => ({ by, at: 7, name: 'A draft', note });

/** The same where a second moderator has to approve, with a draft of Anna's. */
async function aDraft(around: Around = {}) {
	const scene = aModeration(around);
	await scene.moderation.changeSettings(GUILD, { approval: true });
	const landing = await scene.land();
	if (landing.kind !== 'waiting') throw new Error(`Not waiting but ${landing.kind}`);
	scene.heard.length = 0;
	return { ...scene, draft: landing.draft };
}

/** The same with a change of Anna's that has landed. */
async function aSavedChange(around: Around = {}) {
	const scene = aModeration(around);
	const landing = await scene.land({ items: [anEdit('gut', 0, 'Ours'), anEdit('sleep', 0, 'Ours, too')] });
	if (landing.kind !== 'saved') throw new Error(`Not saved but ${landing.kind}`);
	scene.heard.length = 0;
	return { ...scene, revisions: landing.revisions };
}

describe('a change', () => {
	test('lands, and is known here first and then everywhere', async () => {
		const { land, heard, title } = aModeration();
		expect(await land()).toEqual({
			kind: 'saved',
			change: 'id-1',
			revisions: [expect.objectContaining({ n: 1, entry: 'gut', kind: 'edit', by: ANNA, at: 5 })],
			untold: false,
		});
		expect(await title()).toBe('Ours');
		expect(heard).toEqual([`changed ${GUILD}`, `announced ${GUILD}`]);
	});

	test('is saved and told once, however often its button is pressed', async () => {
		const { moderation, heard } = aModeration();
		await moderation.changeSettings(GUILD, { auditChannel: AUDIT });
		heard.length = 0;
		const wish = { items: [anEdit('gut', 0, 'Ours')], by: ANNA, at: 5 };
		const proposal = await moderation.propose(GUILD, wish);
		const landings = await Promise.all([1, 2, 3].map(() => moderation.land(GUILD, proposal)));
		expect(
			landings
				.map(({ kind }) => kind)
				.toSorted()
				.toReversed(),
		).toEqual(['saved', 'again', 'again']);
		expect(heard.filter((each) => each.startsWith('announced'))).toHaveLength(1);
		expect(heard.filter((each) => each.startsWith('told'))).toHaveLength(1);
		expect((await moderation.overlay.history(GUILD, { most: 9 })).revisions).toHaveLength(1);
	});

	test('that somebody overtook changes nothing, shows theirs and has this process read anew', async () => {
		const { land, heard, title } = aModeration();
		await land({ items: [anEdit('gut', 0, 'Theirs')], by: BEN });
		heard.length = 0;
		expect(await land()).toMatchObject({
			kind: 'overtaken',
			entries: [{ entry: 'gut', theirs: { texts: { title: 'Theirs' }, by: BEN } }],
		});
		expect(await title()).toBe('Theirs');
		expect(heard).toEqual([`changed ${GUILD}`]);
	});

	test('for which there is no room says what is full', async () => {
		const { land, heard } = aModeration({ overlay: { commit: async () => ({ kind: 'full' }) } });
		expect(await land()).toEqual({ kind: 'full', what: 'entries' });
		expect(heard).toEqual([`changed ${GUILD}`]);
	});

	test('that is not confirmed fails, and has this process read anew, because it may be saved', async () => {
		const { land, heard } = aModeration({ overlay: { commit: () => Promise.reject(new Error('down')) } });
		await expect(land()).rejects.toThrow('down');
		expect(heard).toEqual([`changed ${GUILD}`]);
	});

	test('has landed even when it cannot be announced', async () => {
		const { land, unannounced, title } = aModeration({ announce: () => Promise.reject(new Error('down')) });
		expect(await land()).toMatchObject({ kind: 'saved', untold: false });
		expect(await title()).toBe('Ours');
		expect(unannounced).toEqual([new Error('down')]);
	});
});

describe('the channel for changes', () => {
	test('is told what was changed, once it is changed', async () => {
		const { moderation, land, heard } = aModeration();
		await moderation.changeSettings(GUILD, { auditChannel: AUDIT });
		heard.length = 0;
		expect(await land()).toMatchObject({ kind: 'saved', untold: false });
		expect(heard).toEqual([`changed ${GUILD}`, `announced ${GUILD}`, `told ${AUDIT} of 1`]);
	});

	test.each([
		['does not take it', async () => false],
		['fails', () => Promise.reject(new Error('broken'))],
	])('that %s undoes nothing, and the moderator hears of it', async (_what, tell) => {
		const { moderation, land, title } = aModeration({ tell });
		await moderation.changeSettings(GUILD, { auditChannel: AUDIT });
		expect(await land()).toMatchObject({ kind: 'saved', untold: true });
		expect(await title()).toBe('Ours');
	});

	test('hears of approved changes, and not of drafts', async () => {
		const { moderation, draft, heard } = await aDraft();
		await moderation.changeSettings(GUILD, { auditChannel: AUDIT });
		await moderation.land(GUILD, { ...draft, id: 'another' });
		expect(heard.filter((each) => each.startsWith('told'))).toEqual([]);
		await moderation.approve(GUILD, draft, aVerdict(BEN));
		expect(heard.at(-1)).toBe(`told ${AUDIT} of 1`);
	});
});

describe('where a second moderator has to approve', () => {
	test('a change waits, and members see nothing of it', async () => {
		const { moderation, draft, heard, title } = await aDraft();
		expect(await moderation.drafts.list(GUILD, 6)).toEqual([draft]);
		expect(draft).toMatchObject({ by: ANNA, items: [{ entry: 'gut' }] });
		expect(await title()).toBeUndefined();
		expect(heard).toEqual([]);
	});

	test('nothing lands while it is not known whether one has to', async () => {
		const { land, title } = aModeration({ readSettings: () => Promise.reject(new Error('down')) });
		await expect(land()).rejects.toThrow('down');
		expect(await title()).toBeUndefined();
	});

	test('an approved one is saved with both names and the note, and waits no longer', async () => {
		const { moderation, draft, title } = await aDraft();
		expect(await moderation.approve(GUILD, draft, aVerdict(BEN, 'Well put'))).toMatchObject({
			kind: 'saved',
			revisions: [{ by: ANNA, approvedBy: BEN, note: 'Well put', change: draft.id }],
		});
		expect(await title()).toBe('Ours');
		expect(await moderation.drafts.list(GUILD, 6)).toEqual([]);
	});

	test('one of two who approve at once does it, and the other hears so', async () => {
		const { moderation, draft } = await aDraft();
		const landings = await Promise.all(
			[BEN, CLARA].map((by) => moderation.approve(GUILD, draft, aVerdict(by))),
		);
		expect(landings.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'saved']);
		expect((await moderation.overlay.history(GUILD, { most: 9 })).revisions).toHaveLength(1);
	});

	test('one that was rejected in the moment of its approval is gone, and changes nothing', async () => {
		const { moderation, draft, heard, title } = await aDraft();
		await moderation.reject(GUILD, draft, aVerdict(CLARA));
		expect(await moderation.approve(GUILD, draft, aVerdict(BEN))).toEqual({ kind: 'gone' });
		expect(await title()).toBeUndefined();
		expect(heard).toEqual([`changed ${GUILD}`]);
	});

	test('nobody approves their own, whichever way they come', async () => {
		const { moderation, draft, title } = await aDraft();
		await expect(moderation.approve(GUILD, draft, aVerdict(ANNA))).rejects.toThrow('Somebody else has to');
		expect(await title()).toBeUndefined();
		expect(await moderation.drafts.list(GUILD, 6)).toEqual([draft]);
	});

	test('nobody approves what they drafted before they had their data deleted', async () => {
		const { moderation, curators, draft } = await aDraft();
		await curators.forget(ANNA);
		const [left] = await moderation.drafts.list(GUILD, 6);
		if (left === undefined) throw new Error('The draft is gone');
		expect(left.by).not.toBe(ANNA);
		await expect(moderation.approve(GUILD, left, aVerdict(ANNA))).rejects.toThrow('Somebody else has to');
		expect(await moderation.approve(GUILD, left, aVerdict(BEN))).toMatchObject({ kind: 'saved' });
		expect(left.id).toBe(draft.id);
	});

	test('one that was overtaken is kept, so that its text is not lost', async () => {
		const { moderation, draft, title } = await aDraft();
		await moderation.changeSettings(GUILD, { approval: false });
		await moderation.land(GUILD, { id: 'x', items: [anEdit('gut', 0, 'Theirs')], by: BEN, at: 6 });
		expect(await moderation.approve(GUILD, draft, aVerdict(BEN))).toMatchObject({ kind: 'overtaken' });
		expect(await moderation.drafts.list(GUILD, 6)).toEqual([draft]);
		expect(await title()).toBe('Theirs');
	});

	test('its author is told once what became of it, and again when they ask', async () => {
		const { moderation, draft } = await aDraft();
		await moderation.land(GUILD, { ...draft, id: 'another' });
		expect(await moderation.decided(GUILD, ANNA, { again: true, now: 8 })).toEqual([]);
		await moderation.approve(GUILD, draft, aVerdict(BEN, 'Well put'));
		expect(await moderation.reject(GUILD, { ...draft, id: 'another' }, aVerdict(CLARA, 'Too much'))).toBe(
			true,
		);
		const decided = [
			{ kind: 'rejected', name: 'A draft', by: CLARA, at: 7, note: 'Too much', items: draft.items },
			{ kind: 'approved', name: 'A draft', by: BEN, at: 7, note: 'Well put', items: [] },
		];
		expect(await moderation.decided(GUILD, ANNA, { again: false, now: 8 })).toEqual(decided);
		expect(await moderation.decided(GUILD, ANNA, { again: false, now: 8 })).toEqual([]);
		expect(await moderation.decided(GUILD, ANNA, { again: true, now: 8 })).toEqual(decided);
		expect(await moderation.decided(GUILD, BEN, { again: true, now: 8 })).toEqual([]);
	});

	test('its author still hears what became of it after it could not be read', async () => {
		const { moderation, decisions, draft } = await aDraft();
		await moderation.approve(GUILD, draft, aVerdict(BEN));
		const { list } = decisions;
		decisions.list = () => Promise.reject(new Error('down'));
		await expect(moderation.decided(GUILD, ANNA, { again: false, now: 8 })).rejects.toThrow('down');
		decisions.list = list;
		expect(await moderation.decided(GUILD, ANNA, { again: false, now: 8 })).toHaveLength(1);
	});

	test('one that somebody else has dealt with is rejected no more, and nobody is told twice', async () => {
		const { moderation, draft } = await aDraft();
		await moderation.approve(GUILD, draft, aVerdict(BEN));
		expect(await moderation.reject(GUILD, draft, aVerdict(CLARA))).toBe(false);
		expect(await moderation.decided(GUILD, ANNA, { again: true, now: 8 })).toMatchObject([
			{ kind: 'approved' },
		]);
	});

	test('one whose author had their data deleted meanwhile is decided on only as it stands now', async () => {
		const { moderation, curators, draft } = await aDraft();
		await curators.forget(ANNA);
		expect(await moderation.approve(GUILD, draft, aVerdict(BEN))).toEqual({ kind: 'gone' });
		expect(await moderation.reject(GUILD, draft, aVerdict(BEN))).toBe(false);
		const [now] = await moderation.drafts.list(GUILD, 6);
		if (now === undefined) throw new Error('The draft is lost');
		expect(await moderation.approve(GUILD, now, aVerdict(BEN))).toMatchObject({ kind: 'saved' });
		const { revisions } = await moderation.overlay.history(GUILD, { most: 9 });
		expect(JSON.stringify(revisions)).not.toContain(ANNA);
		expect(await moderation.decided(GUILD, ANNA, { again: true, now: 8 })).toEqual([]);
	});

	test('who takes their own back is told nothing of it', async () => {
		const { moderation, draft } = await aDraft();
		expect(await moderation.reject(GUILD, draft, aVerdict(ANNA))).toBe(true);
		expect(await moderation.drafts.list(GUILD, 6)).toEqual([]);
		expect(await moderation.decided(GUILD, ANNA, { again: true, now: 8 })).toEqual([]);
	});

	test('there are as many drafts as fit, and no more', async () => {
		const { moderation, draft } = await aDraft();
		for (let more = 1; more < 100; more++) await moderation.land(GUILD, { ...draft, id: `more-${more}` });
		expect(await moderation.land(GUILD, { ...draft, id: 'too-many' })).toEqual({
			kind: 'full',
			what: 'drafts',
		});
	});

	test('an undo waits as well', async () => {
		const { moderation, revisions, title, takeBack } = await aSavedChange();
		await moderation.changeSettings(GUILD, { approval: true });
		const undo = await takeBack(revisions, { by: BEN, at: 6, anyway: false });
		expect(undo).toMatchObject({ kind: 'waiting', draft: { items: [{ kind: 'undo' }, { kind: 'undo' }] } });
		expect(await title()).toBe('Ours');
	});
});

describe('undo', () => {
	test('takes back all that was changed together, as one more change', async () => {
		const { revisions, heard, title, takeBack } = await aSavedChange();
		const undone = await takeBack(revisions, { by: BEN, at: 6, anyway: false });
		expect(undone).toMatchObject({
			kind: 'saved',
			revisions: [
				{ n: 3, entry: 'gut', kind: 'undo', undoes: 1, by: BEN },
				{ n: 4, entry: 'sleep', kind: 'undo', undoes: 2 },
			],
		});
		expect([await title('gut'), await title('sleep')]).toEqual([undefined, undefined]);
		expect(heard).toEqual([`changed ${GUILD}`, `announced ${GUILD}`]);
	});

	test('of what was changed since asks first, and does it when it is wanted anyway', async () => {
		const { moderation, revisions, title, takeBack } = await aSavedChange();
		await moderation.land(GUILD, { id: 'x', items: [anEdit('gut', 1, 'Newer')], by: BEN, at: 6 });
		const how = { by: ANNA, at: 7 };
		expect(await takeBack(revisions, { ...how, anyway: false })).toMatchObject({
			kind: 'overtaken',
			entries: [{ entry: 'gut', theirs: { texts: { title: 'Newer' } } }],
		});
		expect([await title('gut'), await title('sleep')]).toEqual(['Newer', 'Ours, too']);
		expect(await takeBack(revisions, { ...how, anyway: true })).toMatchObject({
			kind: 'saved',
		});
		expect([await title('gut'), await title('sleep')]).toEqual([undefined, undefined]);
	});
});

describe('settings', () => {
	test('are known here first and then everywhere', async () => {
		const { moderation, heard } = aModeration();
		const changed = await moderation.changeSettings(GUILD, { moderatorRole: CLARA });
		expect(changed).toMatchObject({ moderatorRole: CLARA, approval: false });
		expect(await moderation.settings(GUILD)).toMatchObject({ moderatorRole: CLARA });
		expect(heard).toEqual([`changed ${GUILD}`, `announced ${GUILD}`]);
	});

	test('are changed even when that cannot be announced', async () => {
		const { moderation, unannounced } = aModeration({ announce: () => Promise.reject(new Error('down')) });
		expect(await moderation.changeSettings(GUILD, { approval: true })).toMatchObject({ approval: true });
		expect(unannounced).toEqual([new Error('down')]);
	});
});

test('too many changes that are looked at are refused with the number, and what to do', async () => {
	const { moderation } = aModeration({ putProposal: async () => 'full' });
	const wish = { items: [anEdit('gut', 0, 'Ours')], by: ANNA, at: 5 };
	await expect(moderation.propose(GUILD, wish)).rejects.toThrow(/100 changes .* Save or cancel some/);
});

test('a proposal keeps the question that it answers, until it is dropped', async () => {
	const { moderation } = aModeration();
	const wish = { items: [anEdit('gut', 0, 'Ours')], by: ANNA, at: 5, question: 'q1' };
	const proposal = await moderation.propose(GUILD, wish);
	expect(await moderation.proposals.get(GUILD, proposal.id)).toEqual({ id: 'id-1', ...wish });
	await moderation.proposals.drop(GUILD, proposal.id);
	expect(await moderation.proposals.get(GUILD, proposal.id)).toBeUndefined();
});
