import { z } from 'zod';

/** A number as people write it, such as `4,120`. */
const inFigures = (count: number) => count.toLocaleString('en');

/** Says how long a text is when it is too long for its room, both in characters. */
export function longerThan(what: string, room: number) {
	return ({ input }: { input?: unknown }): string =>
		`${what} is ${inFigures(String(input).length)} characters long; at most ${inFigures(room)} fit`;
}

/** Some text of one thing, which `what` names in messages for people. Whatever is no text is refused. */
export function textOf(what: string) {
	return z
		.string({ error: ({ input }) => `${what} ${input === undefined ? 'is missing' : 'has to be text'}` })
		.trim();
}

/** Says how many things there are when there are too many. */
export function moreThan(things: string, most: number) {
	return ({ input }: { input?: unknown }): string =>
		`There are ${Array.isArray(input) ? inFigures(input.length) : 'too many'} ${things}; at most ${inFigures(most)} fit`;
}
