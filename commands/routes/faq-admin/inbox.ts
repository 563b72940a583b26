import { ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { ALIAS_ROOM, entryId, MOST_ALIASES, TITLE_ROOM } from '../../../src/core/entry-texts.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { button, buttons, cut, select, shorten, text } from '../../../src/discord/components.ts';
import { counted } from '../../../src/discord/counted.ts';
import { defineCustomId, defineRoute } from '../../../src/discord/define-route.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { privately, type TopLevel, update } from '../../../src/discord/reply.ts';
import type { QuestionGroup } from '../../../src/moderation/group-questions.ts';
import { MOST_QUESTIONS } from '../../../src/moderation/inbox.ts';
import { addForm, entryModal, textsOf } from './entry-form.ts';
import { lookAhead } from './look-ahead.ts';
import { pageOfOptions, pageParam, pickedOf, turnedTo } from './paged-select.ts';
import { renderPreview } from './preview.ts';
import { reviewDay } from './review-day.ts';
import { findGroup, readInbox } from './settle-question.ts';
import { asCurator, type Curator, defineSubcommand } from './subcommand.ts';

const MOST_VARIANTS = 8;
/** What is left of a message's bytes beside the ways to ask a question. */
const BESIDE_VARIANTS = 4_000;

const pickQuestion = defineCustomId('faq-inbox', ['page']);
const createFromQuestion = defineCustomId('faq-inbox-new', ['question']);
const addAsName = defineCustomId('faq-inbox-name', ['question']);
const dismissQuestion = defineCustomId('faq-inbox-off', ['question']);

const questionId = z.string().regex(/^[\w-]{16}$/);

async function listQuestions(
	app: App,
	{ guildId, userId: owner, now }: Curator,
	page: number,
): Promise<TopLevel[]> {
	const groups = await readInbox(app, guildId);
	if (groups.length === 0) return [text('The inbox is empty: no question waits for an answer.')];
	const isFull = groups.reduce((sum, { members }) => sum + members.length, 0) >= MOST_QUESTIONS;
	const { options, page: shown } = pageOfOptions(
		groups.map(({ id, text: asked, times }) => ({
			label: shorten(inOneLine(`${times}× ${asked}`), 100),
			value: id,
		})),
		page,
	);
	return [
		text(
			`## Inbox\n${counted(groups.length, 'question', 'questions')} that nothing answered, most asked first. Who asked is not kept.${isFull ? FULL : ''}`,
		),
		select(pickQuestion.write({ owner, now, page: String(shown) }), 'Pick a question', options),
	];
}

const FULL = `\n${MOST_QUESTIONS} ways to ask are in it, and that is the most: members can send new ones once you have answered or dismissed some.`;

async function showQuestion(
	app: App,
	{ guildId, userId: owner, now }: Curator,
	group: QuestionGroup,
	page: number,
): Promise<TopLevel[]> {
	const issued = { owner, now, question: group.id };
	const others = group.members.filter(({ id }) => id !== group.id);
	const closest = await app.faq.closest(guildId, group.text, 25);
	return [
		text(
			[
				`## ${escaped(shorten(inOneLine(group.text), 300))}`,
				`Sent ${group.times === 1 ? 'once' : `${group.times} times`}.`,
				...others.slice(0, MOST_VARIANTS).map((other) => `- ${escaped(shorten(inOneLine(other.text), 150))}`),
				...(others.length > MOST_VARIANTS
					? [`- and ${others.length - MOST_VARIANTS} more ways to ask it`]
					: []),
			].join('\n'),
		),
		buttons(
			button('Create entry', createFromQuestion.write(issued), ButtonStyle.Success),
			button('Dismiss', dismissQuestion.write(issued), ButtonStyle.Danger),
			button('Back', pickQuestion.write({ owner, now, page: String(page) })),
		),
		...(closest.length === 0
			? []
			: [
					select(
						addAsName.write(issued),
						'Add as another name to …',
						closest.map(({ id, title }) => ({ label: title, value: id })),
						BESIDE_VARIANTS,
					),
				]),
	];
}

/** @throws UserError when it is gone. */
async function demandGroup(app: App, guildId: string, question: string): Promise<QuestionGroup> {
	const group = await findGroup(app, guildId, question);
	if (group === undefined) throw new UserError('That question has left the inbox already.');
	return group;
}

const pick = defineRoute({
	id: pickQuestion,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ page: pageParam, values: pickedOf(questionId) }),
	async run({ page, values: picked }, app, caller) {
		const curator = asCurator(caller);
		const turned = turnedTo(picked, page);
		if (turned !== undefined) return update(...(await listQuestions(app, curator, turned)));
		const group = await demandGroup(app, curator.guildId, picked);
		return update(...(await showQuestion(app, curator, group, page)));
	},
});

const inOneLine = (asked: string) => asked.replace(/\s+/g, ' ');

/** The ways to ask a question, as names of an entry. */
function namesFrom({ members }: QuestionGroup): string[] {
	return members.map(({ text: asked }) => cut(inOneLine(asked), ALIAS_ROOM));
}

const create = defineRoute({
	id: createFromQuestion,
	answers: 'modal',
	requires: 'moderator',
	input: z.object({ question: questionId }),
	async run({ question }, app, caller) {
		const { guildId, userId: owner, now } = asCurator(caller);
		const group = await demandGroup(app, guildId, question);
		return entryModal('A new answer', addForm.write({ owner, now, question }), {
			title: shorten(inOneLine(group.text), TITLE_ROOM),
			aliases: namesFrom(group).slice(0, MOST_ALIASES),
		});
	},
});

const addName = defineRoute({
	id: addAsName,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ question: questionId, values: z.tuple([entryId]) }),
	async run({ question, values: [entry] }, app, caller) {
		const { guildId, userId: owner, now } = asCurator(caller);
		const group = await demandGroup(app, guildId, question);
		const found = await app.faq.entry(guildId, entry);
		if (!found) throw new UserError('That entry is no longer here.');
		const before = textsOf(found);
		const aliases = [...new Set([...before.aliases, ...namesFrom(group)])];
		if (aliases.length > MOST_ALIASES)
			throw new UserError(
				`“${escaped(found.title)}” has as many names as there is room for. Edit it to let some go.`,
			);
		const state = { texts: { ...before, aliases }, reviewBy: reviewDay(now) };
		const item = { entry, basedOn: found.version, kind: 'edit' as const, state };
		const prospect = await lookAhead(app, guildId, [item]);
		const proposal = await app.moderation.propose(guildId, { items: [item], by: owner, at: now, question });
		return privately(...renderPreview(proposal, prospect, { owner, now }));
	},
});

const dismiss = defineRoute({
	id: dismissQuestion,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ question: questionId }),
	async run({ question }, app, caller) {
		const curator = asCurator(caller);
		const group = await demandGroup(app, curator.guildId, question);
		for (const { id } of group.members) await app.inbox.remove(curator.guildId, id);
		return update(
			text(`Dismissed: “${escaped(shorten(group.text, 200))}”.`),
			...(await listQuestions(app, curator, 0)),
		);
	},
});

export const inbox = defineSubcommand({
	name: 'inbox',
	description: 'Questions that nothing answered, as members chose to send them',
	input: z.object({}),
	routes: [pick, create, addName, dismiss],
	run: async (_input, app, curator) => privately(...(await listQuestions(app, curator, 0))),
});
