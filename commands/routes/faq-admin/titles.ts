import type { App } from '../../../src/app.ts';
import type { EntryState } from '../../../src/moderation/stored-state.ts';

/** What an entry is called; a state that it is to have comes first. */
export type Titles = (entry: string, state?: Pick<EntryState, 'texts'>) => string;

/** What a server calls an entry: its own title, else the shipped one; the id where there is neither any more. */
export function titleOf(
	faq: Pick<App['faq'], 'withStates'>,
	entry: string,
	...states: readonly (Pick<EntryState, 'texts'> | undefined)[]
): string {
	const own = states.find((state) => state?.texts !== undefined)?.texts?.title;
	return own ?? faq.withStates(new Map()).get(entry)?.title ?? entry;
}

/** The titles by which a server knows its entries, hidden ones too. */
export async function titlesIn(
	{ faq, moderation }: Pick<App, 'faq' | 'moderation'>,
	guildId: string,
): Promise<Titles> {
	const { states } = await moderation.overlay.read(guildId);
	return (entry, state) => titleOf(faq, entry, state, states.get(entry));
}
