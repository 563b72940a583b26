import { z } from 'zod';
import type { Topic } from './topic.ts';

/** Fewer would come again within 45 days. */
export const FEWEST_NUDGES = 60;

// What Discord would read as markup, a mention or a link has no place in a line meant for a lock screen.
const plainLine = z
	.string()
	.trim()
	.min(1, 'is empty')
	.max(200, 'is longer than 200 characters')
	.regex(/^[^\n\r]*$/, 'has a line break')
	.regex(/^[^*_~`|<>@#[\]]*$/, 'has characters that Discord reads as markup')
	.regex(/^(?!.*https?:)/, 'has a link');

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not kebab-case');

/** One small thing to do today: what to do, why in a line, and the FAQ entry that says more. */
export const nudge = z.strictObject({ id, text: plainLine, why: plainLine, faq: id });

export type Nudge = Readonly<z.infer<typeof nudge>>;

export type Catalogue = Readonly<Record<Topic, readonly Nudge[]>>;
