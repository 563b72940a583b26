import { shorten } from './components.ts';
import type { Choice } from './reply.ts';

/** Discord refuses a whole answer that breaks one of these. */
const MOST = 25;
const LONGEST = 100;

/** Cuts suggestions to what Discord takes. A value that is too long is left out: cut, it would mean something else. */
export function fitChoices(choices: readonly Choice[]): Choice[] {
	return choices
		.filter(({ value }) => value.length <= LONGEST)
		.slice(0, MOST)
		.map(({ name, value }) => ({ name: shorten(name, LONGEST), value }));
}
