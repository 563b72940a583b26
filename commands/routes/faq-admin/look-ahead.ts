import type { App } from '../../../src/app.ts';
import type { EntryId } from '../../../src/core/entry-texts.ts';
import { inTurns } from '../../../src/core/in-turns.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { shorten } from '../../../src/discord/components.ts';
import type { OwnState, ServerEntry } from '../../../src/faq/answer.ts';
import type { Catalogue } from '../../../src/faq/catalogue.ts';
import { bannedIn, createOwnCheck, linksTo } from '../../../src/faq/check-own.ts';
import { type Moved, rehearse } from '../../../src/faq/rehearse.ts';
import type { ChangeItem } from '../../../src/moderation/overlay-store.ts';
import { textsOf } from './entry-form.ts';

/** What a change would do, found out before it is saved. */
export interface Prospect {
	/** The changed entries as members would see them; hidden and deleted ones are not among them. */
	readonly entries: ReadonlyMap<EntryId, ServerEntry>;
	/** Whether it words an entry that Gutsy ships. */
	readonly reworded: boolean;
	/** What no answer may say, by entry. */
	readonly banned: ReadonlyMap<EntryId, readonly string[]>;
	/** Why it cannot be saved. */
	readonly blocking: readonly string[];
	readonly warnings: readonly string[];
	/** Questions that would land on another entry, with the titles of both. */
	readonly moved: readonly Moved[];
	/** Whether one of them is a test question that gets the answer that it should, as yet. */
	readonly breaksTests: boolean;
}

/** Entries checked before others have their turn: some milliseconds. */
const A_TURN = 4;

/** Names asked before and after: a file may bring thousands, and each takes a millisecond. */
const MOST_NAMES = 120;

/** Lays the change over what the server has now, and asks the server's test questions and the entries' own names before and after. */
export async function lookAhead(
	{ faq, moderation, checkRedFlags }: Pick<App, 'faq' | 'moderation' | 'checkRedFlags'>,
	guildId: string,
	items: readonly ChangeItem[],
): Promise<Prospect> {
	const [{ states }, tests] = await Promise.all([
		moderation.overlay.read(guildId),
		moderation.testQuestions.list(guildId),
	]);
	const later = new Map<EntryId, OwnState>(states);
	for (const { entry, state, basedOn } of items) later.set(entry, { ...state, version: basedOn + 1 });
	const before = faq.withStates(states);
	const after = faq.withStates(later);
	const checkOwn = createOwnCheck(after.all);
	const entries = new Map<EntryId, ServerEntry>();
	const banned = new Map<EntryId, readonly string[]>();
	const warnings: string[] = [];
	const names: string[] = [];
	await inTurns(items, A_TURN, ({ entry, state, kind }) => {
		const shown = after.get(entry);
		if (shown) entries.set(entry, shown);
		for (const { title, aliases } of [before.get(entry), shown].flatMap((each) => each ?? []))
			names.push(title, ...aliases);
		// Whoever takes a step back wants gone what came with it; what comes back is looked at.
		const isUndo = kind === 'undo';
		if (shown === undefined && !isUndo)
			warnings.push(
				...linksTo(entry, after.all).map(({ title }) => `“${title}” leads to it, and will no longer.`),
			);
		// What is hidden is brought back one day; what is brought back may say what Gutsy ships.
		const texts = state.texts ?? (shown && textsOf(shown));
		if (texts === undefined) return;
		const problems = checkOwn(entry, texts);
		if (problems.blocking.length > 0) banned.set(entry, problems.blocking);
		if (shown === undefined) return;
		warnings.push(...problems.warnings);
		if (!isUndo) warnings.push(...namesLost(before.get(entry), after, shown));
		warnings.push(
			...[texts.title, ...texts.aliases]
				.filter((name) => checkRedFlags(name) !== undefined)
				.map((name) => `“${name}” is answered with directions to care, before any entry.`),
		);
	});
	const saved = [...tests.values()];
	const questions = [...saved.map(({ question }) => question), ...names.slice(0, MOST_NAMES)];
	const moved = await rehearse(before, after, questions);
	const shipped = faq.withStates(new Map());
	return {
		entries,
		reworded: items.some(({ entry, state }) => state.texts !== undefined && shipped.get(entry) !== undefined),
		banned,
		blocking: [...new Set([...banned.values()].flat())],
		warnings: [...new Set(warnings)],
		moved: moved.map((each) => withTitles(each, before, after)),
		breaksTests: moved.some((each) =>
			saved.some(({ question, expect }) => question === each.question && expect === each.before),
		),
	};
}

/** Moderators know entries by their titles; of two with the same one the ids tell which is which. */
function withTitles({ question, ...moved }: Moved, before: Catalogue, after: Catalogue): Moved {
	const [was, is] = [moved.before, moved.after].map(
		(id, at) => id && ((at === 0 ? before : after).get(id)?.title ?? id),
	);
	return was === is ? { question, ...moved } : { question, before: was, after: is };
}

/** @throws UserError when members must not be told what these entries say. */
export async function demandFitWording(items: readonly ChangeItem[]): Promise<void> {
	const found = await inTurns(items, A_TURN, ({ state }) => (state.texts ? bannedIn(state.texts) : []));
	const reasons = [...new Set(found.flat())];
	if (reasons.length > 0) throw new UserError(shorten(reasons.join('\n'), 2_000));
}

/** A form with a line less, or a file without that column, takes names away that nobody may have meant. Those that are shipped stay. */
function namesLost(before: ServerEntry | undefined, catalogue: Catalogue, after: ServerEntry): string[] {
	const lost =
		before?.aliases.filter(
			(name) => !after.aliases.includes(name) && catalogue.named(name)?.id !== after.id,
		) ?? [];
	return lost.length === 0
		? []
		: [`“${after.title}” would lose ${lost.length} of its other names: ${lost.join('; ')}.`];
}
