import { z } from 'zod';
import { longerThan, moreThan, textOf } from './how-long.ts';

/** Where an entry stands when members browse, in the order shown. */
export const TOPICS = [
	'basics',
	'conditions',
	'treatments',
	'food',
	'sleep',
	'stress',
	'timeline',
	'help',
	'about',
] as const;

export const topic = z.enum(TOPICS, { error: `The subject is one of ${TOPICS.join(', ')}` });

export type Topic = z.infer<typeof topic>;

/** Room on a card, in UTF-16 units as Discord counts, with space left for source and disclaimer. */
export const TITLE_ROOM = 100;
export const ANSWER_ROOM = 1200;
export const ALIAS_ROOM = 100;
export const MOST_ALIASES = 20;
export const LINK_ROOM = 300;

/** Longer ones would not fit into a custom id beside a member's id and a version. */
const ID_ROOM = 50;

export const entryId = z
	.string({ error: 'The id has to be text' })
	.max(ID_ROOM, { error: longerThan('The id', ID_ROOM) })
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is made of lower-case words joined by hyphens, such as oat-milk');

export type EntryId = z.infer<typeof entryId>;

/** Control characters and halves of characters: nobody types them, and Discord may refuse what has them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
const isPrintable = (text: string) => !UNPRINTABLE.test(text.replaceAll('\n', '').replaceAll('\t', ''));
const PLAIN_TEXT = 'It has signs that nobody can see or type, perhaps from copying: please type it anew';

export const entryTitle = line(TITLE_ROOM, 'The title').regex(/^$|[\p{L}\p{N}]/u, 'The title has no words');
export const entryAlias = line(ALIAS_ROOM, 'This name');
export const entryAnswer = textOf('The answer')
	.min(1, 'The answer is missing')
	.max(ANSWER_ROOM, { error: longerThan('The answer', ANSWER_ROOM) })
	.refine(isPrintable, PLAIN_TEXT);
export const sourceLink = z
	.url({ protocol: /^https$/, error: 'The source is no link that begins with https://' })
	.max(LINK_ROOM, { error: longerThan('The link', LINK_ROOM) })
	// It stands in a link of Markdown, which these would end.
	.regex(/^[^\s<>]*$/, 'The link has spaces or angle brackets');

/** What an entry of a server says: shared by the FAQ, which shows it, and by those who curate it. */
export const entryTexts = z.strictObject({
	title: entryTitle,
	answer: entryAnswer,
	/** Other ways to ask for it. */
	aliases: z
		.array(entryAlias, { error: 'Other names have to be a list' })
		.max(MOST_ALIASES, { error: moreThan('other names', MOST_ALIASES) }),
	topic,
	/** Where it says more. */
	source: sourceLink.exactOptional(),
});

export type EntryTexts = z.infer<typeof entryTexts>;

/** Some text without line breaks, which `what` names in messages for people. */
export function line(room: number, what = 'The text') {
	return textOf(what)
		.min(1, `${what} is missing`)
		.max(room, { error: longerThan(what, room) })
		.regex(/^[^\r\n]*$/, `${what} has to be a single line`)
		.refine(isPrintable, PLAIN_TEXT);
}
