import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderAbout } from '../../commands/about.ts';
import { renderAnswer } from '../../commands/ask.ts';
import { renderForm, renderOvertaken, renderSaved } from '../../commands/faq-admin.ts';
import { renderHelp } from '../../commands/help.ts';
import { renderExport } from '../../commands/privacy.ts';
import { renderBeforePosts } from '../../commands/routes/post-agreement.ts';
import { renderCare } from '../../commands/routes/render-care.ts';
import { renderPosts } from '../../commands/routes/render-posts.ts';
import { renderProgress } from '../../commands/routes/render-progress.ts';
import { loadContent } from '../../src/content.ts';
import { checkTotals } from '../../src/discord/check-totals.ts';
import { renderNudge } from '../../src/discord/nudge-message.ts';
import { renderFirstPost } from '../../src/discord/post-message.ts';
import { privately, type Reply } from '../../src/discord/reply.ts';
import { ANSWER_ROOM, TITLE_ROOM } from '../../src/faq/entry.ts';
import { progressOf } from '../../src/habits/progress.ts';
import { MOST_CHANNELS } from '../../src/nudges/channel-posts.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import { describeRecord } from '../../src/nudges/nudge-status.ts';
import type { NudgeStatus } from '../../src/nudges/nudges.ts';
import { listPlaces } from '../../src/nudges/places.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { TOPICS, topicLabels } from '../../src/nudges/topic.ts';
import { aRecord, aTopicRecord } from '../nudges/stage.ts';
import { NOW } from '../support/a-member.ts';
import { ROOT } from './imports.ts';

const content = await loadContent(join(ROOT, 'content'));
const entries = content.entries.map((entry) => ({ ...entry, version: 0 }));
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

function problemsOf(reply: Reply): string[] {
	return reply.kind === 'modal' ? ['A modal has no totals'] : checkTotals(reply.components);
}

/** The largest entry that moderators can write. */
const [first] = entries;
if (!first) throw new Error('There are no entries');
const largest = {
	...first,
	title: '界'.repeat(TITLE_ROOM),
	answer: '界'.repeat(ANSWER_ROOM),
	version: 999_999,
};

describe('Discord takes', () => {
	test.each(entries.map((entry) => [entry.id, entry] as const))(
		'the card of %s with three related',
		(_id, entry) => {
			const related = entries.filter(({ id }) => id !== entry.id).slice(0, 3);
			expect(problemsOf(renderAnswer({ band: 'answer', entry, related, caution }, asked))).toEqual([]);
			expect(problemsOf(renderAnswer({ band: 'suggest', candidates: related, caution }, asked))).toEqual([]);
			expect(problemsOf(renderAnswer({ band: 'none', nearest: entry.topic, caution }, asked))).toEqual([]);
		},
	);

	test('the largest entry that a moderator can write, in every reply that shows it', () => {
		expect(problemsOf(renderSaved(largest, [largest], NOW))).toEqual([]);
		expect(problemsOf(renderOvertaken(largest, largest))).toEqual([]);
		expect(renderForm(largest, MEMBER, NOW).kind).toBe('modal');
	});

	test.each(Object.values(content.safety).map((reply) => [reply.id, reply] as const))(
		'the reply to %s',
		(_id, reply) => {
			expect(problemsOf(renderCare(reply))).toEqual([]);
		},
	);

	test('help and about', () => {
		expect(problemsOf(renderHelp(mention, true))).toEqual([]);
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
