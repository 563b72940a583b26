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

/** How sure science is: settled, growing, or the view of the professional the source quotes. */
export const EVIDENCE = ['established', 'emerging', 'expert-view'] as const;

/** The source makes 35 claims, numbered from 1; each is carried by at least one entry. */
export const CLAIM_COUNT = 35;

/** The publisher of that source. Entries with other sources carry none of its claims. */
const CLAIMED_BY = 'Parsley Health';

/** Room on a card, in UTF-16 units as Discord counts, with space left for source and disclaimer. */
export const TITLE_ROOM = 100;
export const ANSWER_ROOM = 1200;

export const topic = z.enum(TOPICS);
export const entryId = z
	.string()
	// Longer ones would not fit into a custom id beside a member's id and a version.
	.max(50)
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected lower-case words joined by hyphens');
export const entryTitle = line(TITLE_ROOM);
export const entryAlias = line(100);
export const entryAnswer = z.string().trim().min(1, 'Expected an answer').max(ANSWER_ROOM);

const source = z.strictObject({
	title: line(200),
	publisher: line(100),
	/** The day the source itself was last reviewed. */
	reviewed: z.iso.date(),
	url: z.url({ protocol: /^https$/ }).exactOptional(),
});

/** What stands above the text of an entry. The id is the file's name and the answer its body. */
export const frontMatter = z
	.strictObject({
		title: entryTitle,
		topic,
		aliases: z.array(entryAlias).min(1),
		phrasings: z.array(line(300)).default([]),
		related: z.array(entryId),
		evidence: z.enum(EVIDENCE),
		claims: z.array(z.int().min(1).max(CLAIM_COUNT)),
		sources: z.array(source).min(1),
		/** The day somebody last read the text against its sources. */
		reviewed: z.iso.date(),
		reviewBy: z.iso.date(),
		nudgeTopic: z.enum(['sleep', 'stress', 'diet']).exactOptional(),
	})
	.superRefine(({ topic, claims, sources, reviewed, reviewBy }, context) => {
		const fromArticle = sources.some(({ publisher }) => publisher === CLAIMED_BY);
		if (claims.length === 0 && fromArticle && topic !== 'about' && topic !== 'help') {
			context.addIssue({
				code: 'custom',
				path: ['claims'],
				message: `Expected the numbers of the claims that it carries, because its source is ${CLAIMED_BY}`,
			});
		}
		if (reviewBy <= reviewed) {
			context.addIssue({ code: 'custom', path: ['reviewBy'], message: 'Expected a day after reviewed' });
		}
	});

export type Topic = z.infer<typeof topic>;
export type EntryId = z.infer<typeof entryId>;
export type Evidence = (typeof EVIDENCE)[number];

/** One answer of the FAQ. Days are ISO dates. */
export interface Entry extends z.infer<typeof frontMatter> {
	id: EntryId;
	/** Markdown, 2 to 5 sentences, what to do next last. */
	answer: string;
}

function line(room: number) {
	return z
		.string()
		.trim()
		.min(1, 'Expected some text')
		.max(room)
		.regex(/^[^\r\n]*$/, 'Expected a single line');
}
