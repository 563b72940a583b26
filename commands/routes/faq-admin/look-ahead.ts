import type { App } from '../../../src/app.ts';
import type { EntryId } from '../../../src/core/entry-texts.ts';
import type { OwnState, ServerEntry } from '../../../src/faq/answer.ts';
import { createOwnCheck, linksTo } from '../../../src/faq/check-own.ts';
import { type Moved, rehearse } from '../../../src/faq/rehearse.ts';
import type { ChangeItem } from '../../../src/moderation/overlay-store.ts';

/** What a change would do, found out before it is saved. */
export interface Prospect {
	/** The changed entries as members would see them; hidden and deleted ones are not among them. */
	readonly entries: ReadonlyMap<EntryId, ServerEntry>;
	/** Why it cannot be saved. */
	readonly blocking: readonly string[];
	readonly warnings: readonly string[];
	/** Questions that would land on another entry. */
	readonly moved: readonly Moved[];
}

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
	const blocking: string[] = [];
	const warnings: string[] = [];
	const names: string[] = [];
	for (const { entry, state } of items) {
		const shown = after.get(entry);
		if (shown) entries.set(entry, shown);
		for (const { title, aliases } of [before.get(entry), shown].flatMap((each) => each ?? []))
			names.push(title, ...aliases);
		if (shown && state.texts) {
			const problems = checkOwn(entry, state.texts);
			blocking.push(...problems.blocking);
			warnings.push(...problems.warnings);
			warnings.push(
				...[state.texts.title, ...state.texts.aliases]
					.filter((name) => checkRedFlags(name) !== undefined)
					.map((name) => `“${name}” is answered with directions to care, before any entry.`),
			);
		}
		if (!shown)
			warnings.push(
				...linksTo(entry, after.all).map(({ title }) => `“${title}” leads to it, and will no longer.`),
			);
	}
	const questions = [...[...tests.values()].map(({ question }) => question), ...names.slice(0, MOST_NAMES)];
	return {
		entries,
		blocking: [...new Set(blocking)],
		warnings: [...new Set(warnings)],
		moved: rehearse(before, after, questions),
	};
}
