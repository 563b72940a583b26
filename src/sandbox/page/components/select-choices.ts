import type { ShownComponent } from '../../page-server/protocol/shown-component.ts';
import type { Facts } from '../state/page-state.ts';
import { ComponentType } from './component-types.ts';

export interface SelectChoice {
	value: string;
	label: string;
	description?: string | undefined;
}

type Scene = Pick<Facts, 'servers' | 'people' | 'meId' | 'botId'>;

/** What a select menu offers in a channel: its own options, or the people, roles and channels there. */
export function selectChoices(select: ShownComponent, facts: Scene, channelId: string): SelectChoice[] {
	switch (select.type) {
		case ComponentType.UserSelect:
			return peopleIn(facts, channelId);
		case ComponentType.RoleSelect:
			return rolesIn(facts, channelId);
		case ComponentType.MentionableSelect:
			return [...peopleIn(facts, channelId), ...rolesIn(facts, channelId)];
		case ComponentType.ChannelSelect:
			return channelsIn(facts, channelId);
		default:
			return (select.options ?? []).map(({ value, label, description, emoji }) => ({
				value,
				label: emoji?.name && !emoji.id ? `${emoji.name} ${label}` : label,
				description,
			}));
	}
}

function serverOf({ servers }: Scene, channelId: string) {
	return servers.find((server) => server.channels.some(({ id }) => id === channelId));
}

export function peopleIn(facts: Scene, channelId: string): SelectChoice[] {
	const server = serverOf(facts, channelId);
	const ids = server?.memberIds ?? [facts.meId, facts.botId];
	return facts.people
		.filter(({ id }) => ids.includes(id))
		.map(({ id, name, username }) => ({ value: id, label: name, description: username }));
}

export function rolesIn(facts: Scene, channelId: string): SelectChoice[] {
	const roles = serverOf(facts, channelId)?.roles ?? [];
	return roles.map(({ id, name }) => ({ value: id, label: name.startsWith('@') ? name : `@${name}` }));
}

export function channelsIn(facts: Scene, channelId: string): SelectChoice[] {
	const channels = serverOf(facts, channelId)?.channels ?? [];
	return channels.map(({ id, name }) => ({ value: id, label: `#${name}` }));
}

/** What is picked before anyone has picked. */
export function presetOf(select: ShownComponent): string[] {
	return [
		...(select.options ?? []).flatMap(({ value, default: preset }) => (preset ? [value] : [])),
		...(select.default_values ?? []).map(({ id }) => id),
	];
}
