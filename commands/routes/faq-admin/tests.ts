import { ApplicationCommandOptionType, ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { button, buttons, select, shorten, text } from '../../../src/discord/components.ts';
import { counted } from '../../../src/discord/counted.ts';
import { defineCustomId, defineRoute } from '../../../src/discord/define-route.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { type MessageReply, privately, type TopLevel, update } from '../../../src/discord/reply.ts';
import { MOST_TEST_QUESTIONS } from '../../../src/moderation/test-questions.ts';
import { asCurator, type Curator, defineSubcommand, ENTRY_OPTION, NO_SUCH_ENTRY } from './subcommand.ts';
import { titlesIn } from './titles.ts';

const LONGEST_QUESTION = 300;
const A_PAGE = 25;
const MOST_LINES = 15;

const removeTest = defineCustomId('faq-test-off', ['page']);
const turnTests = defineCustomId('faq-tests', ['page']);

const page = z.coerce.number().int().nonnegative();

async function listTests(
	app: App,
	{ guildId, userId: owner, now }: Curator,
	at: number,
): Promise<TopLevel[]> {
	const [found, titles] = await Promise.all([
		app.moderation.testQuestions.list(guildId),
		titlesIn(app, guildId),
	]);
	const questions = [...found];
	if (questions.length === 0)
		return [
			text(
				'There are no test questions yet. `/faq-admin test` saves one: a question, and the answer that it should get.',
			),
		];
	const last = Math.ceil(questions.length / A_PAGE) - 1;
	const shown = Math.min(at, last);
	const issued = { owner, now };
	const turn = [
		...(shown > 0 ? [button('Back', turnTests.write({ ...issued, page: String(shown - 1) }))] : []),
		...(shown < last ? [button('More', turnTests.write({ ...issued, page: String(shown + 1) }))] : []),
	];
	return [
		text(`${counted(questions.length, 'test question', 'test questions')}. Pick one to remove it.`),
		select(
			removeTest.write({ ...issued, page: String(shown) }),
			'Remove …',
			questions.slice(shown * A_PAGE, (shown + 1) * A_PAGE).map(([id, { question, expect }]) => ({
				label: shorten(question, 100),
				value: id,
				description: shorten(`→ ${titles(expect)}`, 100),
			})),
		),
		...(turn.length === 0 ? [] : [buttons(...turn)]),
	];
}

const remove = defineRoute({
	id: removeTest,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ page, values: z.tuple([z.string().regex(/^[\w-]{16}$/)]) }),
	async run({ page: at, values: [id] }, app, caller) {
		const curator = asCurator(caller);
		await app.moderation.testQuestions.remove(curator.guildId, id);
		return update(text('Removed.'), ...(await listTests(app, curator, at)));
	},
});

const turn = defineRoute({
	id: turnTests,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ page }),
	run: async ({ page: at }, app, caller) => update(...(await listTests(app, asCurator(caller), at))),
});

/** Saves a question with the entry that should answer it. */
export async function saveTest(
	{ moderation, faq, checkRedFlags }: App,
	{ guildId, userId: by, now: at }: Curator,
	question: string,
	expect: string,
): Promise<string> {
	if (checkRedFlags(question))
		throw new UserError(
			'That question gets directions to care, before any answer, so there is nothing to test.',
		);
	const saved = await moderation.testQuestions.add(guildId, { question, expect, by, at });
	if (saved === 'full')
		throw new UserError(
			`There are ${MOST_TEST_QUESTIONS} test questions, and that is the most. Remove some with \`/faq-admin tests\` first.`,
		);
	const lands = await faq.landsOn(guildId, question);
	if (lands === expect) return 'Saved as a test question. It gets that answer now.';
	const instead = lands === undefined ? undefined : await faq.entry(guildId, lands);
	return `Saved as a test question. It does not get that answer yet, but ${instead ? `“${escaped(instead.title)}”` : 'none'}.`;
}

export const test = defineSubcommand({
	name: 'test',
	description: 'Save a question and the answer that it should get',
	options: [
		{
			type: ApplicationCommandOptionType.String,
			name: 'question',
			description: 'As a member would ask it',
			required: true,
			max_length: LONGEST_QUESTION,
		},
		ENTRY_OPTION,
	],
	input: z.object({
		question: z
			.string()
			.trim()
			.min(2, 'Please write the question with at least two letters')
			.max(LONGEST_QUESTION),
		entry: z.string().trim().min(1),
	}),
	async run({ question, entry: typed }, app, curator) {
		const entry = await app.faq.find(curator.guildId, typed);
		if (!entry) throw new UserError(NO_SUCH_ENTRY);
		return privately(text(await saveTest(app, curator, question, entry.id)));
	},
});

export const tests = defineSubcommand({
	name: 'tests',
	description: 'The test questions of this server, to look through and remove',
	input: z.object({}),
	routes: [remove, turn],
	run: async (_input, app, curator) => privately(...(await listTests(app, curator, 0))),
});

export const check = defineSubcommand({
	name: 'check',
	description: 'Ask all test questions, and list those that get another answer than they should',
	input: z.object({}),
	async run(_input, app, { guildId, userId: owner, now }) {
		const { moderation, faq, checkRedFlags } = app;
		const [found, titles] = await Promise.all([
			moderation.testQuestions.list(guildId),
			titlesIn(app, guildId),
		]);
		const questions = [...found.values()];
		if (questions.length === 0)
			return privately(text('There are no test questions yet. `/faq-admin test` saves one.'));
		const moved: MovedTest[] = [];
		for (const { question, expect } of questions) {
			const lands = checkRedFlags(question) ? CARE : await faq.landsOn(guildId, question);
			if (lands === expect) continue;
			const gets = lands === undefined || lands === CARE ? lands : inQuotes(titles(lands));
			moved.push({ question, expect: inQuotes(titles(expect)), gets });
		}
		return renderCheck(questions.length, moved, { owner, now });
	},
});

const CARE = 'directions to care';

const inQuotes = (title: string) => `“${shorten(title, 60)}”`;

interface MovedTest {
	question: string;
	/** A title, in quotes. */
	expect: string;
	/** Undefined for no answer. */
	gets: string | undefined;
}

export function renderCheck(
	asked: number,
	moved: readonly MovedTest[],
	issued: { owner: string; now: number },
): MessageReply {
	const lines = moved
		.slice(0, MOST_LINES)
		.map(
			({ question, expect, gets = 'no answer' }) =>
				`- “${shorten(escaped(question), 60)}” should get ${escaped(expect)}, and gets ${escaped(gets)}`,
		);
	return privately(
		text(
			[
				`**${asked - moved.length} of ${asked}** ${asked === 1 ? 'test question gets the answer that it' : 'test questions get the answer that they'} should.`,
				...lines,
				...(moved.length > MOST_LINES ? [`- and ${moved.length - MOST_LINES} more`] : []),
			].join('\n'),
		),
		buttons(button('See all', turnTests.write({ ...issued, page: '0' }), ButtonStyle.Secondary)),
	);
}
