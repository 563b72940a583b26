import { z } from 'zod';
import { type EntryTexts, entryTexts, MOST_ALIASES } from '../core/entry-texts.ts';
import { curator } from './curator.ts';

/** What a server makes of an entry. Of a shipped entry without texts here, the shipped ones stand; of the server's own, none: it is deleted. */
export const entryState = z.strictObject({
	texts: entryTexts.exactOptional(),
	/** Members do not get it. */
	hidden: z.literal(true).exactOptional(),
	/** The day by which somebody should read it again. */
	reviewBy: z.iso.date().exactOptional(),
});

/** A state as it stands in Redis. */
export const storedState = entryState.extend({
	/** Raised by one with each change; what a moderator saw when they began decides whether their change still fits. */
	version: z.int().positive(),
	/** The moderator who made it so, and when, in epoch milliseconds. */
	by: curator,
	at: z.int().nonnegative(),
});

export const CHANGE_KINDS = ['add', 'edit', 'hide', 'restore', 'delete', 'review', 'import', 'undo'] as const;

/** One step in the history of an entry. */
export const storedRevision = z.strictObject({
	/** Counts a server's revisions from 1. */
	n: z.int().positive(),
	/** What was changed together has the same. */
	change: z.string(),
	entry: z.string(),
	kind: z.enum(CHANGE_KINDS),
	before: storedState.optional(),
	after: storedState,
	by: curator,
	at: z.int().nonnegative(),
	/** The revision that this one takes back. */
	undoes: z.int().positive().optional(),
	/** The second moderator, where the server asks for one. */
	approvedBy: curator.optional(),
	/** What the second moderator wrote when they approved it. */
	note: z.string().optional(),
});

export type EntryState = z.infer<typeof entryState>;
export type StoredState = z.infer<typeof storedState>;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export type Revision = z.infer<typeof storedRevision>;

/** How states were stored before a server could do more than reword: title and answer alone. */
const firstForm = z.strictObject({
	title: z.string(),
	answer: z.string(),
	version: z.int().positive(),
	by: curator,
	at: z.int().nonnegative(),
});

/** The texts that Gutsy ships for an entry, as far as it ships it. */
export type ShippedTexts = (entry: string) => EntryTexts | undefined;

/** Reads a state in the form of today or the one before it. */
export function storedStateOf(entry: string, shipped: ShippedTexts): z.ZodType<StoredState> {
	return z
		.unknown()
		.transform((stored) => inTodaysForm(entry, stored, shipped))
		.pipe(storedState);
}

/** Reads a revision whose states are in the form of today or the one before it. */
export function storedRevisionWith(shipped: ShippedTexts): z.ZodType<Revision> {
	return z
		.looseObject({ entry: z.string() })
		.transform(({ before, after, ...rest }) => ({
			...rest,
			...(before === undefined ? {} : { before: inTodaysForm(rest.entry, before, shipped) }),
			after: inTodaysForm(rest.entry, after, shipped),
		}))
		.pipe(storedRevision);
}

function inTodaysForm(entry: string, stored: unknown, shipped: ShippedTexts): unknown {
	const first = firstForm.safeParse(stored);
	if (!first.success) return stored;
	const { title, answer, ...rest } = first.data;
	const { aliases = [], topic = 'basics' } = shipped(entry) ?? {};
	return { ...rest, texts: { title, answer, aliases: aliases.slice(0, MOST_ALIASES), topic } };
}

/** What a state says without when and by whom it was made so. */
export function bare({ texts, hidden, reviewBy }: EntryState): EntryState {
	return {
		...(texts === undefined ? {} : { texts }),
		...(hidden === undefined ? {} : { hidden }),
		...(reviewBy === undefined ? {} : { reviewBy }),
	};
}
