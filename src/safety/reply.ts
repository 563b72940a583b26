import { z } from 'zod';
import { tiers } from './rules/rule.ts';

/** What each reply is for: a tier, or the one line that goes with an answer when the signs are unclear. */
export const replyIds = [...tiers, 'borderline'] as const;

export type ReplyId = (typeof replyIds)[number];

/** Room on a card, in UTF-16 units as Discord counts. */
const titleRoom = 100;
const bodyRoom = 1200;

export const frontMatter = z
	.strictObject({
		id: z.enum(replyIds),
		title: z.string().trim().min(1).max(titleRoom),
		/** 1 is the most urgent; no two replies share a place. */
		urgency: z.int().min(1),
		/** The day somebody last read the wording critically. */
		reviewed: z.iso.date(),
		reviewBy: z.iso.date(),
	})
	.refine(({ reviewed, reviewBy }) => reviewed < reviewBy, {
		path: ['reviewBy'],
		message: 'Expected a day after `reviewed`',
	});

export const replyBody = z.string().trim().min(1, 'Expected a text').max(bodyRoom);

/** Wording to show as it stands: it is reviewed as a whole and never assembled. */
export type SafetyReply = z.infer<typeof frontMatter> & { readonly body: string };
