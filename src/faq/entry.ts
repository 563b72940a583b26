import { z } from 'zod';
import { type EntryId, entryAlias, entryId, entryTitle, line, topic } from '../core/entry-texts.ts';

/** How sure science is: settled, growing, or the view of the professional the source quotes. */
export const EVIDENCE = ['established', 'emerging', 'expert-view'] as const;

/** The source makes 35 claims, numbered from 1; each is carried by at least one entry. */
export const CLAIM_COUNT = 35;

/** The publisher of that source. Entries with other sources carry none of its claims. */
const CLAIMED_BY = 'Parsley Health';

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

export type Evidence = (typeof EVIDENCE)[number];

/** One answer of the FAQ. Days are ISO dates. */
export interface Entry extends z.infer<typeof frontMatter> {
	id: EntryId;
	/** Markdown, 2 to 5 sentences, what to do next last. */
	answer: string;
}
