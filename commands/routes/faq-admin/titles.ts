import type { App } from '../../../src/app.ts';
import type { EntryState } from '../../../src/moderation/stored-state.ts';

/** What a server calls an entry: its own title, else the shipped one; the id where there is neither any more. */
export function titleOf(
	faq: Pick<App['faq'], 'withStates'>,
	entry: string,
	...states: readonly (Pick<EntryState, 'texts'> | undefined)[]
): string {
	const own = states.find((state) => state?.texts !== undefined)?.texts?.title;
	return own ?? faq.withStates(new Map()).get(entry)?.title ?? entry;
}
