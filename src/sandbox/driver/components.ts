import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Resolver } from '../interactions/resolved.ts';
import type { Channel } from '../store/state.ts';
import { type Component, walkComponents } from '../wire/component.ts';
import { isSelect } from './visible-message.ts';

/** Finds the button to press, by custom id or else by label; throws when a member could not press it. */
export function findButton(components: readonly Component[], button: string): Component {
	const all = [...walkComponents(components)].filter((each) => each.type === ComponentType.Button);
	const found = findOne(all, button, (each) => each.label, 'button');
	if (found.style === ButtonStyle.Link || found.style === ButtonStyle.Premium)
		throw new Error(`Button "${button}" tells the bot nothing when it is pressed`);
	return found;
}

/** Finds the select menu, by custom id or else by placeholder; throws when a member could not open it. */
export function findSelect(components: readonly Component[], select: string): Component {
	const all = [...walkComponents(components)].filter(isSelect);
	return findOne(all, select, (each) => each.placeholder, 'select menu');
}

function findOne(
	all: readonly Component[],
	name: string,
	shown: (component: Component) => string | undefined,
	kind: string,
): Component {
	const byId = all.filter((each) => each.custom_id === name);
	const found = byId.length > 0 ? byId : all.filter((each) => shown(each) === name);
	const [first] = found;
	if (!first) {
		const present = all.map((each) => `"${shown(each) ?? each.custom_id}"`).join(', ') || 'none';
		throw new Error(`There is no ${kind} "${name}" on the message; it has ${present}`);
	}
	if (found.length > 1) throw new Error(`"${name}" names ${found.length} ${kind}s: use the custom id`);
	if (first.disabled) throw new Error(`The ${kind} "${name}" is disabled`);
	return first;
}

/** Checks what a member picks in a select and collects the objects behind the ids; `least` is 0 where nothing has to be picked. */
export function checkPicked(
	select: Component,
	values: readonly string[],
	resolver: Resolver,
	channels: ReadonlyMap<string, Channel>,
	least = select.min_values ?? 1,
): void {
	const name = select.custom_id;
	const most = select.max_values ?? 1;
	if (new Set(values).size !== values.length) throw new Error(`"${name}": a value was picked twice`);
	if (values.length < least || values.length > most)
		throw new Error(`"${name}": ${values.length} picked, but it takes ${least} to ${most}`);
	for (const value of values) {
		if (!isThere(select, value, resolver))
			throw new Error(`"${name}": there is no choice ${JSON.stringify(value)}`);
		if (select.type !== ComponentType.ChannelSelect || !select.channel_types) continue;
		// All channels of the local Discord's servers are text channels.
		if (channels.has(value) && !select.channel_types.includes(0))
			throw new Error(`"${name}": channel ${value} is of another type`);
	}
}

function isThere(select: Component, value: string, resolver: Resolver): boolean {
	switch (select.type) {
		case ComponentType.UserSelect:
			return resolver.user(value);
		case ComponentType.RoleSelect:
			return resolver.role(value);
		case ComponentType.MentionableSelect:
			return resolver.user(value) || resolver.role(value);
		case ComponentType.ChannelSelect:
			return resolver.channel(value);
		default:
			return select.options?.some((option) => option.value === value) === true;
	}
}
