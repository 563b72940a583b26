import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderAbout } from '../../commands/about.ts';
import { renderAnswer } from '../../commands/ask.ts';
import { browse } from '../../commands/browse.ts';
import { faqAdmin } from '../../commands/faq-admin.ts';
import { renderHelp } from '../../commands/help.ts';
import { renderExport } from '../../commands/privacy.ts';
import { renderZones } from '../../commands/routes/choose-zone.ts';
import { renderDecided } from '../../commands/routes/faq-admin/decided.ts';
import { renderRefused } from '../../commands/routes/faq-admin/edit.ts';
import { entryModal, textsOf } from '../../commands/routes/faq-admin/entry-form.ts';
import { pageOf } from '../../commands/routes/faq-admin/history.ts';
import { renderPlan } from '../../commands/routes/faq-admin/import-file.ts';
import { privateLanding } from '../../commands/routes/faq-admin/landing.ts';
import { renderPreview } from '../../commands/routes/faq-admin/preview.ts';
import { renderSettings } from '../../commands/routes/faq-admin/settings.ts';
import { renderDraft, showDraft } from '../../commands/routes/faq-admin/show-draft.ts';
import { renderStats } from '../../commands/routes/faq-admin/stats.ts';
import { renderCheck } from '../../commands/routes/faq-admin/tests.ts';
import { renderBeforePosts } from '../../commands/routes/post-agreement.ts';
import { renderCare } from '../../commands/routes/render-care.ts';
import { renderPosts } from '../../commands/routes/render-posts.ts';
import { renderProgress } from '../../commands/routes/render-progress.ts';
import { loadContent } from '../../src/content.ts';
import { ANSWER_ROOM, TITLE_ROOM } from '../../src/core/entry-texts.ts';
import { checkTotals } from '../../src/discord/check-totals.ts';
import { renderNudge } from '../../src/discord/nudge-message.ts';
import { renderFirstPost } from '../../src/discord/post-message.ts';
import { refusalNotice } from '../../src/discord/refusal-notice.ts';
import { renderChanges } from '../../src/discord/render-changes.ts';
import { type FollowUp, privately, type Reply } from '../../src/discord/reply.ts';
import { asShipped } from '../../src/faq/lay-over.ts';
import { progressOf } from '../../src/habits/progress.ts';
import type { EntryState } from '../../src/moderation/stored-state.ts';
import { MOST_CHANNELS } from '../../src/nudges/channel-posts.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import { describeRecord } from '../../src/nudges/nudge-status.ts';
import type { NudgeStatus } from '../../src/nudges/nudges.ts';
import { listPlaces } from '../../src/nudges/places.ts';
import { UnclearZoneError } from '../../src/nudges/resolve-time-zone.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { TOPICS, topicLabels } from '../../src/nudges/topic.ts';
import { aRecord, aTopicRecord } from '../nudges/stage.ts';
import { aModerator, NOW } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';
import { press } from '../support/press.ts';
import { ROOT } from './imports.ts';

const content = await loadContent(join(ROOT, 'content'));
const entries = content.entries.map(asShipped);
const MEMBER = '9'.repeat(20);
const mention = (command: string) => `</${command}:${MEMBER}>`;

const asked = {
	question: '界'.repeat(300),
	userId: MEMBER,
	now: NOW,
	hasModerators: true,
	shareable: true,
	mention,
};
/** As large as Discord’s ids can become. */
const LARGEST_ID = '18446744073709551615';
const allZones = listPlaces()
	.map(({ zone }) => zone)
	.filter((zone, index, all) => all.indexOf(zone) === index);

const caution = content.safety.borderline;

function problemsOf(reply: Reply | FollowUp): string[] {
	return 'modal' in reply ? ['A modal has no totals'] : checkTotals(reply.components);
}

/** The `custom_id` of a reply's select, counted from the top. */
function selectIn(reply: Reply, at = 0): string {
	const ids = [...JSON.stringify(reply).matchAll(/"type":3,"custom_id":"([^"]+)"/g)].map(([, id]) => id);
	return ids[at] ?? 'none';
}

/** The largest entry that moderators can write. */
const [first] = entries;
if (!first) throw new Error('There are no entries');
const largest = {
	...first,
	title: '界'.repeat(TITLE_ROOM),
	answer: '界'.repeat(ANSWER_ROOM),
	version: 999_999,
	worded: 'here' as const,
	link: `https://example.org/${'x'.repeat(280)}`,
};

describe('Discord takes', () => {
	test.each(entries.map((entry) => [entry.id, entry] as const))(
		'the card of %s with three related',
		(_id, entry) => {
			const related = entries.filter(({ id }) => id !== entry.id).slice(0, 3);
			expect(problemsOf(renderAnswer({ band: 'answer', entry, related, caution }, asked))).toEqual([]);
			expect(problemsOf(renderAnswer({ band: 'suggest', candidates: related, caution }, asked))).toEqual([]);
			for (const nearest of [entry.topic, undefined])
				expect(problemsOf(renderAnswer({ band: 'none', nearest, caution }, asked))).toEqual([]);
		},
	);

	describe('the largest that moderators can write, in', () => {
		const texts = {
			...textsOf(largest),
			aliases: Array.from({ length: 20 }, (_, n) => `${n}${'界'.repeat(98)}`),
		};
		const state = { texts, reviewBy: '2099-12-31' };
		const stored = { ...state, version: 999_999, by: MEMBER, at: NOW };
		const proposal = {
			id: 'x'.repeat(12),
			items: [{ entry: 'e'.repeat(50), basedOn: 999_999, state, kind: 'edit' as const }],
			by: MEMBER,
			at: NOW,
		};
		const many = (words: string) => Array.from({ length: 30 }, (_, n) => `${n} ${words}`);
		const moved = many('界'.repeat(100)).map((question) => ({
			question,
			before: '界'.repeat(100),
			after: '限'.repeat(100),
		}));
		const prospect = {
			entries: new Map([['e'.repeat(50), { ...largest, ...texts }]]),
			reworded: true,
			breaksTests: true,
			banned: new Map(),
			blocking: [],
			warnings: many('界'.repeat(120)),
			moved,
		};
		const revision = {
			n: 999_999,
			change: 'x'.repeat(12),
			entry: 'e'.repeat(50),
			kind: 'undo' as const,
			before: { ...stored, texts: { ...texts, title: '語'.repeat(100), answer: '語'.repeat(1_200) } },
			after: stored,
			by: MEMBER,
			at: NOW,
			undoes: 999_998,
			approvedBy: MEMBER,
			note: '界'.repeat(300),
		};
		const around = { owner: MEMBER, now: NOW };
		const filled = {
			title: texts.title,
			answer: '界'.repeat(2_500),
			aliases: '界'.repeat(4_000),
			topic: ['treatments' as const],
			source: largest.link,
		};
		const curator = { ...aModerator({ userId: MEMBER }), guildId: '900' };
		const app = anApp({
			faq: { withStates: () => ({ all: [], get: () => undefined, prepare: async () => undefined }) as never },
			moderation: {
				overlay: {
					read: async () => ({ version: 1, states: new Map() }),
					state: async () => stored,
					history: async () => ({
						revisions: [0, 1, 2].map((less) => ({ ...revision, n: revision.n - less })),
						next: 1,
					}),
					revision: async () => revision,
					revisionsOf: async () => [revision],
				},
				testQuestions: { list: async () => new Map(), add: async () => 'added', remove: async () => true },
			},
		});
		const marks = '*'.repeat(99);
		const marked = { ...texts, title: `${marks}a`, answer: `${'*'.repeat(1_199)}a`, aliases: [] };
		const aDraft = (state: EntryState) =>
			renderDraft(
				{
					...proposal,
					items: proposal.items.map((item) => ({ ...item, state: { ...item.state, ...state } })),
				},
				{
					prospect,
					titles: (_entry, { texts } = {}) => texts?.title ?? 'none',
					states: new Map([[revision.entry, revision.before]]),
					shipped: () => undefined,
				},
				curator,
				99,
			);
		const overtaken = {
			kind: 'overtaken' as const,
			entries: [{ entry: 'e'.repeat(50), theirs: revision.before }],
		};

		test.each<[string, () => Reply | FollowUp | Promise<Reply>]>([
			['a preview', () => privately(...renderPreview(proposal, prospect, around))],
			[
				'a preview that is blocked',
				() =>
					privately(...renderPreview(proposal, { ...prospect, blocking: many('界'.repeat(120)) }, around)),
			],
			['a refusal', () => renderRefused(many('界'.repeat(150)), { ...filled, answer: '界'.repeat(1_700) })],
			['a refusal of all that a form can hold', () => renderRefused(many('界'.repeat(150)), filled)],
			[
				'test questions that moved',
				() =>
					renderCheck(
						200,
						many('界'.repeat(300)).map((question) => ({
							question,
							expect: '界'.repeat(62),
							gets: '限'.repeat(62),
						})),
						around,
					),
			],
			[
				'both texts of a race',
				() => privateLanding(overtaken, { ...around, done: '', proposal, faq: app.faq }),
			],
			['a draft', () => aDraft({})],
			['a draft of marks', () => aDraft({ texts: marked })],
			['a draft that hides', () => aDraft({ hidden: true })],
			[
				'what was decided',
				() =>
					renderDecided(
						Array.from({ length: 10 }, () => ({
							kind: 'rejected' as const,
							name: '界'.repeat(100),
							by: MEMBER,
							at: NOW,
							note: '界'.repeat(300),
							items: proposal.items,
						})),
					),
			],
			[
				'a draft of many',
				() =>
					showDraft(app, curator, {
						...proposal,
						items: Array.from({ length: 500 }, (_, n) => ({
							...(proposal.items[0] as (typeof proposal.items)[number]),
							entry: `${'e'.repeat(47)}${n}`.slice(0, 50),
						})),
					}),
			],
			[
				'an import',
				() =>
					renderPlan(
						{
							items: proposal.items,
							added: many('e'.repeat(46)).map((id) => ({ id, title: '界'.repeat(100) })),
							changed: many('e'.repeat(46)).map((id) => ({ id, title: '界'.repeat(100) })),
							unchanged: 500,
							invalid: [],
						},
						prospect,
						{ ...around, proposal: proposal.id },
					),
			],
			[
				'an import that is wrong',
				() =>
					renderPlan(
						{
							items: [],
							added: many('e'.repeat(46)).map((id) => ({ id, title: '界'.repeat(100) })),
							changed: many('e'.repeat(46)).map((id) => ({ id, title: '界'.repeat(100) })),
							unchanged: 500,
							invalid: many('界'.repeat(200)).map((reason) => ({
								line: 99_999,
								field: 'aliases 20',
								reason,
							})),
						},
						prospect,
						undefined,
					),
			],
			[
				'counts',
				() =>
					renderStats(
						{
							days: 90,
							counts: {
								answer: 999_999,
								suggest: 999_999,
								none: 999_999,
								care: 999_999,
								opened: 999_999,
								shown: new Map(many('e').map((id) => [id, 999_999])),
								helpful: new Map(),
								unhelpful: new Map(),
								daily: [],
							},
							titles: () => '界'.repeat(100),
						},
						Buffer.from('x'),
					),
			],
			[
				'settings',
				() => renderSettings({ approval: true, moderatorRole: MEMBER, auditChannel: MEMBER }, 'Changed'),
			],
		])('%s', async (_what, render) => {
			expect(problemsOf(await render())).toEqual([]);
		});

		describe('a list of', () => {
			const own = (n: number) => ({
				...largest,
				id: `${'e'.repeat(47)}${n}`,
				title: `${n} ${'界'.repeat(97)}`,
				related: [],
				reviewBy: '2020-01-01',
				topic: 'food' as const,
			});
			const owns = Array.from({ length: 60 }, (_, n) => own(n));
			const states = new Map(owns.map(({ id }) => [id, { ...stored, hidden: true as const }]));
			const question = { text: '界'.repeat(300), times: 999_999, at: NOW };
			const id = (n: number) => `${n}`.padStart(16, 'q');
			const app = anApp({
				faq: {
					all: async () => owns,
					closest: async () => owns.slice(0, 25),
					browse: async () => owns,
					entry: async () => own(1),
					related: async () => owns.slice(2, 5),
					withStates: () => ({ get: () => undefined }) as never,
				},
				votes: {
					tallies: async () => new Map(owns.map((each) => [each.id, { helpful: 9, unhelpful: 99_999 }])),
				},
				inbox: {
					list: async () =>
						new Map(
							owns.map((_, n) => [
								id(n),
								{
									...question,
									text: n < 20 ? `${'界'.repeat(280)}${'!'.repeat(n)}` : `${n} ${'界'.repeat(290)}`,
								},
							]),
						),
				},
				moderation: {
					overlay: { read: async () => ({ version: 1, states }) } as never,
					drafts: { list: async () => owns.map((_, n) => ({ ...proposal, id: `draft-${n}` })) } as never,
					testQuestions: {
						list: async () =>
							new Map(
								owns.map((_, n) => [
									id(n),
									{ question: question.text, expect: own(n).id, by: MEMBER, at: NOW },
								]),
							),
					} as never,
				},
			});

			test.each(['restore', 'inbox', 'review', 'tests', 'drafts'])('/faq-admin %s', async (subcommand) => {
				expect(problemsOf(await faqAdmin.execute({ subcommand }, app, curator))).toEqual([]);
			});

			test('questions that say the same, and the entries that are closest', async () => {
				const list = await faqAdmin.execute({ subcommand: 'inbox' }, app, curator);
				const picked = { values: [id(0)] };
				expect(problemsOf(await press(faqAdmin, selectIn(list), app, curator, picked))).toEqual([]);
			});

			test('entries on a subject, with one of them open', async () => {
				const topics = await browse.execute({}, app, curator);
				const shelf = await press(browse, selectIn(topics), app, curator, { values: ['food'] });
				expect(problemsOf(shelf)).toEqual([]);
				const open = await press(browse, selectIn(shelf, 1), app, curator, { values: [own(1).id] });
				expect(problemsOf(open)).toEqual([]);
			});
		});

		test('a page of history', async () => {
			expect(problemsOf(privately(...(await pageOf(app, curator, 'e'.repeat(50), 999_999))))).toEqual([]);
		});

		test('what the channel for changes is told', () => {
			for (const revisions of [[revision], Array.from({ length: 500 }, () => revision)])
				expect(
					problemsOf(privately(...(renderChanges(revisions, () => undefined).body.components as never[]))),
				).toEqual([]);
		});

		test('a form', () => {
			const aliases = Array.from({ length: 40 }, (_, n) => `${n}`.padEnd(100, '界'));
			const { modal } = entryModal('Write on', 'x', { ...texts, answer: '界'.repeat(4_000), aliases });
			for (const each of modal.components) {
				if (!('component' in each) || !('value' in each.component)) continue;
				const { value = '', max_length = 0 } = each.component;
				expect(value.length).toBeLessThanOrEqual(max_length);
				expect(max_length).toBeLessThanOrEqual(4_000);
			}
		});
	});

	test.each(Object.values(content.safety).map((reply) => [reply.id, reply] as const))(
		'the reply to %s',
		(_id, reply) => {
			expect(problemsOf(renderCare(reply))).toEqual([]);
		},
	);

	test.each(['waiting', 'suspended'] as const)('the notice of refused nudges: %s', async (news) => {
		const notice = await refusalNotice({ refusals: { next: async () => news }, mention }, { userId: MEMBER });
		expect(checkTotals(notice?.components ?? [])).toEqual([]);
		expect(notice?.visibility).toBe('private');
	});

	test('the time zones that may be meant, with the longest names there are', () => {
		const near = allZones.toSorted((a, b) => b.length - a.length).slice(0, 4);
		const wish = { topics: 'all', time: '23:59', exact: false, programme: true };
		const reply = renderZones(new UnclearZoneError('?', near), wish, { userId: LARGEST_ID, now: NOW });
		expect(problemsOf(reply)).toEqual([]);
	});

	test('help and about', () => {
		expect(problemsOf(renderHelp(mention, { curates: true, manages: true }))).toEqual([]);
		expect(problemsOf(renderAbout(mention))).toEqual([]);
	});

	test('the progress of three habits with everything that can be said of them', () => {
		const day = localDay.parse(20_779);
		const history = new Map(
			Array.from({ length: 182 }, (_none, back) => [localDay.parse(day - back), 'done' as const]),
		);
		const status: NudgeStatus = {
			timeZone: timeZone.parse('America/Argentina/ComodRivadavia'),
			consent: { version: 2, at: NOW },
			topics: TOPICS.map((topic) => ({
				topic,
				time: localTime.parse(600),
				nextAt: undefined,
				rhythm: 'every other day',
				last: undefined,
				programmeStep: 14,
				history,
				open: [],
			})),
			delivery: { kind: 'suspended', code: 50_007, refusals: 3 },
			since: day,
			pausedUntil: day,
			quiet: undefined,
			exact: false,
			recap: false,
			putOff: [],
		};
		const habits = TOPICS.map((topic) => progressOf({ topic, label: topicLabels[topic], history }, day));
		const shown = { habits, status, picture: Buffer.from('PNG') };
		expect(problemsOf(renderProgress(shown, { owner: MEMBER, now: NOW, mention }))).toEqual([]);
	});

	test('the export of what is stored', () => {
		const holdings = Array.from({ length: 12 }, () => ({
			name: 'n'.repeat(60),
			kept: 'k'.repeat(60),
			stored: 's'.repeat(9_000),
		}));
		expect(problemsOf(renderExport(holdings))).toEqual([]);
	});

	const longest = (['sleep', 'stress', 'diet'] as const).map((topic) => {
		const [nudge] = [...content.nudges.catalogue[topic]].sort(
			(a, b) => b.text.length + b.why.length - a.text.length - a.why.length,
		);
		if (!nudge) throw new Error(`There are no nudges about ${topic}`);
		return {
			...nudge,
			topic,
			programme: { title: 'Two weeks of feeding the gut', day: 14, days: 14, words: 'w'.repeat(200) },
		};
	});
	test('three nudges in one message, whichever they are', () => {
		const { content: text, components } = renderNudge(
			{
				memberId: MEMBER,
				channelId: '200',
				day: localDay.parse(20_458),
				nudges: longest,
				resting: [],
				asksToKeep: true,
				expectation: { week: 26, text: 't'.repeat(200), faq: 'how-long' },
				recap: 'Your week, done: sleep 7 of 7, stress 7 of 7, diet 7 of 7.',
				roleId: undefined,
			},
			NOW,
		);
		expect(text.length).toBeLessThanOrEqual(2_000);
		expect(components.length).toBeLessThanOrEqual(5);
		for (const row of components) expect(row.components.length).toBeLessThanOrEqual(5);
	});

	test('a channel’s post about everything, with its role', () => {
		const { content: text, components } = renderNudge(
			{
				memberId: MEMBER,
				channelId: MEMBER,
				day: localDay.parse(20_458),
				nudges: longest,
				resting: [],
				asksToKeep: false,
				expectation: undefined,
				recap: undefined,
				roleId: MEMBER,
			},
			NOW,
		);
		expect(text.length).toBeLessThanOrEqual(2_000);
		expect(components).toHaveLength(4);
		const first = renderFirstPost(
			{ topics: 'sleep and stress and diet', when: 'w'.repeat(60), roleId: MEMBER },
			NOW,
		);
		expect(first.content.length).toBeLessThanOrEqual(2_000);
	});

	test.each(allZones)('what is confirmed before posts start, in %s', (zone) => {
		const plan = {
			channelId: LARGEST_ID,
			topics: [...TOPICS],
			time: localTime.parse(1_439),
			timeZone: timeZone.parse(zone),
			roleId: LARGEST_ID,
		};
		const around = { owner: LARGEST_ID, now: NOW, mention, isSilent: true };
		expect(problemsOf(privately(...renderBeforePosts(plan, around)))).toEqual([]);
	});

	test('the posts of a server with the most channels, all in trouble', () => {
		const topics = new Map(TOPICS.map((topic) => [topic, aTopicRecord('23:59')]));
		const refusal = { count: 3, day: localDay.parse(20_458), code: 50_001 };
		const status = describeRecord(aRecord({ topics, refusal }), NOW);
		const posts = Array.from({ length: MOST_CHANNELS }, (_none, index) => ({
			channelId: `${MEMBER.slice(1)}${index}`,
			roleId: MEMBER,
			status,
		}));
		const list = renderPosts(posts, { owner: MEMBER, now: NOW, mention });
		expect(problemsOf(privately(...list))).toEqual([]);
	});
});
