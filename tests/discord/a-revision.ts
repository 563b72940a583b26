import type { Revision } from '../../src/app.ts';

export const ANNA = '111111111111111111';
export const BEN = '222222222222222222';

type State = Revision['after'];

export function someTexts(changes: Partial<NonNullable<State['texts']>> = {}): NonNullable<State['texts']> {
	return { title: 'Kimchi?', answer: 'Eat more kimchi.', aliases: ['kimchi'], topic: 'food', ...changes };
}

export function aState(changes: Partial<State> = {}): State {
	return { version: 1, by: ANNA, at: 1_700_000_000_000, ...changes };
}

/** A step in the history of an entry: Anna words it for the first time. */
export function aRevision(changes: Partial<Revision> = {}): Revision {
	return {
		n: 1,
		change: 'abcdefghijkl',
		entry: 'kimchi',
		kind: 'edit',
		after: aState({ texts: someTexts() }),
		by: ANNA,
		at: 1_700_000_000_000,
		...changes,
	};
}
