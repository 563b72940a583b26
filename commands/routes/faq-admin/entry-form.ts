import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import {
	ANSWER_ROOM,
	type EntryTexts,
	LINK_ROOM,
	MOST_ALIASES,
	TITLE_ROOM,
	TOPICS,
} from '../../../src/core/entry-texts.ts';
import { defineCustomId } from '../../../src/discord/define-route.ts';
import { modal } from '../../../src/discord/modal.ts';
import type { ModalReply } from '../../../src/discord/reply.ts';
import type { ServerEntry } from '../../../src/faq/answer.ts';
import { TOPIC_NAMES } from '../browse-ids.ts';
import { readAliases, writeAliases } from './texts-block.ts';

/** Carries the version that the form shows, so that a second moderator's save is noticed. */
export const editForm = defineCustomId('faq-edit', ['entry', 'version']);
/** A new entry; the question of the inbox that it answers, or nothing. */
export const addForm = defineCustomId('faq-add', ['question']);
/** The texts of a proposal once more, based on the version that stands now. */
export const againForm = defineCustomId('faq-again', ['proposal', 'version']);

/** Room for two moderators' texts, to be cut down: what is too long is told when the form comes back. */
const FORM_ANSWER_ROOM = 2 * ANSWER_ROOM + 100;
/** The most that Discord takes in one field. */
const FORM_ALIASES_ROOM = 4_000;

/** What the fields of the form hold. Texts are only checked where a refusal can give them back. */
export const formFields = {
	title: z.string().default(''),
	answer: z.string().default(''),
	aliases: z.string().default(''),
	topic: z.array(z.enum(TOPICS)).default([]),
	source: z.string().default(''),
};

export type FormFields = z.infer<z.ZodObject<typeof formFields>>;

/** The texts of the form as an entry has them, not checked yet. */
export function readForm({ title, answer, aliases, topic: [topic], source }: FormFields): unknown {
	return {
		title,
		answer,
		aliases: readAliases(aliases),
		topic,
		...(source.trim() === '' ? {} : { source: source.trim() }),
	};
}

/** What Gutsy ships for an entry, if it ships it. */
export function shippedTextsOf(faq: Pick<App['faq'], 'withStates'>, entry: string): EntryTexts | undefined {
	const shipped = faq.withStates(new Map()).get(entry);
	return shipped && textsOf(shipped);
}

/** What the form shows to begin with. */
export type Prefilled = Partial<EntryTexts>;

export function textsOf({ title, answer, aliases, topic, link }: ServerEntry): EntryTexts {
	return {
		title,
		answer,
		aliases: aliases.slice(0, MOST_ALIASES),
		topic,
		...(link === undefined ? {} : { source: link }),
	};
}

export function entryModal(heading: string, customId: string, texts: Prefilled): ModalReply {
	return modal(heading, customId, [
		{
			name: 'title',
			label: 'Title',
			description: 'The question that it answers',
			...(texts.title ? { value: texts.title.slice(0, TITLE_ROOM) } : {}),
			longest: TITLE_ROOM,
			lines: 'one',
		},
		{
			name: 'answer',
			label: 'Answer',
			description: `Two to five plain sentences, at most ${ANSWER_ROOM} characters. What to do next comes last.`,
			...(texts.answer ? { value: texts.answer.slice(0, FORM_ANSWER_ROOM) } : {}),
			longest: FORM_ANSWER_ROOM,
			lines: 'many',
		},
		{
			name: 'aliases',
			label: 'Other names',
			description: `Other ways to ask for it, one a line, at most ${MOST_ALIASES}`,
			...(texts.aliases?.length ? { value: writeAliases(texts.aliases, FORM_ALIASES_ROOM) } : {}),
			longest: FORM_ALIASES_ROOM,
			lines: 'many',
			required: false,
		},
		{
			name: 'topic',
			label: 'Subject',
			description: 'Where members find it when they browse',
			choices: TOPICS.map((value) => ({ label: TOPIC_NAMES[value], value })),
			...(texts.topic ? { chosen: texts.topic } : {}),
		},
		{
			name: 'source',
			label: 'Source',
			description: 'A link to where it says more, beginning with https://',
			...(texts.source ? { value: texts.source } : {}),
			longest: LINK_ROOM,
			lines: 'one',
			required: false,
		},
	]);
}

export const versionParam = z.coerce.number().int().nonnegative();
export const proposalParam = z.string().regex(/^[\w-]{6,24}$/);
