import { type Component, walkComponents } from '../wire/component.ts';

/** Gives every component without an `id` (or with 0) the next free number, as Discord does. Works on a copy. */
export function numberComponents(components: readonly Component[]): Component[] {
	const numbered = components.map(copyTree);
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

/** Copies what gets numbers; the rest of a component is never changed and may be shared. */
function copyTree(component: Component): Component {
	const copy = { ...component };
	if (copy.components) copy.components = copy.components.map(copyTree);
	if (copy.component) copy.component = copyTree(copy.component);
	if (copy.accessory) copy.accessory = copyTree(copy.accessory);
	return copy;
}
