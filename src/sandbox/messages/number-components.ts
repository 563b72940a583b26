import { type Component, walkComponents } from '../wire/component.ts';

/** Gives every component without an `id` (or with 0) the next free number, as Discord does. Works on a copy. */
export function numberComponents(components: readonly Component[]): Component[] {
	const numbered = structuredClone([...components]);
	const taken = new Set([...walkComponents(numbered)].flatMap((component) => component.id || []));
	let next = 1;
	for (const component of walkComponents(numbered)) {
		if (component.id) continue;
		while (taken.has(next)) next += 1;
		component.id = next;
		taken.add(next);
	}
	return numbered;
}
