import { z } from 'zod';

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

export const topic = z.enum(TOPICS);

export type Topic = z.infer<typeof topic>;

/** Room on a card, in UTF-16 units as Discord counts, with space left for source and disclaimer. */
export const TITLE_ROOM = 100;
export const ANSWER_ROOM = 1200;
export const ALIAS_ROOM = 100;
export const MOST_ALIASES = 20;
export const LINK_ROOM = 300;

export const entryId = z
	.string()
	// Longer ones would not fit into a custom id beside a member's id and a version.
	.max(50)
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected lower-case words joined by hyphens');

export type EntryId = z.infer<typeof entryId>;

/** Control characters and halves of characters: nobody types them, and Discord may refuse what has them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
const isPrintable = (text: string) => !UNPRINTABLE.test(text.replaceAll('\n', '').replaceAll('\t', ''));
const PLAIN_TEXT = 'Expected plain text without control characters';

export const entryTitle = line(TITLE_ROOM).regex(/^$|[\p{L}\p{N}]/u, 'Expected words');
export const entryAlias = line(ALIAS_ROOM);
export const entryAnswer = z
	.string()
	.trim()
	.min(1, 'Expected an answer')
	.max(ANSWER_ROOM)
	.refine(isPrintable, PLAIN_TEXT);
export const sourceLink = z
	.url({ protocol: /^https$/, error: 'Expected an https:// address' })
	.max(LINK_ROOM)
	// It stands in a link of Markdown, which these would end.
	.regex(/^[^\s<>]*$/, 'Expected an address without spaces and angle brackets');

/** What an entry of a server says: shared by the FAQ, which shows it, and by those who curate it. */
export const entryTexts = z.strictObject({
	title: entryTitle,
	answer: entryAnswer,
	/** Other ways to ask for it. */
	aliases: z.array(entryAlias).max(MOST_ALIASES),
	topic,
	/** Where it says more. */
	source: sourceLink.exactOptional(),
});

export type EntryTexts = z.infer<typeof entryTexts>;

/** Some text without line breaks. */
export function line(room: number) {
	return z
		.string()
		.trim()
		.min(1, 'Expected some text')
		.max(room)
		.regex(/^[^\r\n]*$/, 'Expected a single line')
		.refine(isPrintable, PLAIN_TEXT);
}
