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

export const entryId = z
	.string()
	// Longer ones would not fit into a custom id beside a member's id and a version.
	.max(50)
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected lower-case words joined by hyphens');

const line = (room: number) =>
	z
		.string()
		.trim()
		.min(1, 'Expected some text')
		.max(room)
		.regex(/^[^\r\n]*$/, 'Expected a single line');

export const entryTexts = z.strictObject({
	title: line(100),
	answer: z.string().trim().min(1, 'Expected an answer').max(1200),
	aliases: z.array(line(100)).max(20),
	topic: z.enum(TOPICS),
	source: z
		.strictObject({
			title: line(200),
			url: z
				.url({ protocol: /^https$/ })
				.max(300)
				.optional(),
		})
		.optional(),
});

export type EntryTexts = z.infer<typeof entryTexts>;
