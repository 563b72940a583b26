import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { permissionsIn } from '../permissions.ts';
import { renderChannel } from '../render/channel.ts';
import { renderPartialMember, renderRole } from '../render/guild.ts';
import { type RenderContext, renderAttachment, renderMessage } from '../render/message.ts';
import { renderUser } from '../render/user.ts';
import type { Guild, Message } from '../store/state.ts';
import { memberOf } from '../store/store.ts';

/** Collects the objects behind ids in an interaction, the way Discord puts them in `resolved`. */
export interface Resolver {
	/** Adds a user (with the member, in a guild) and says whether there is one. */
	user(id: string): boolean;
	role(id: string): boolean;
	channel(id: string): boolean;
	attachment(id: string): boolean;
	message(message: Message): void;
	/** The collected objects, or `undefined` when there are none. */
	resolved(): Record<string, Record<string, unknown>> | undefined;
}

export function createResolver(context: RenderContext, guild: Guild | undefined): Resolver {
	const { store, origin } = context;
	const kinds: Record<string, Record<string, unknown>> = {};
	const add = (kind: string, id: string, object: unknown) => {
		kinds[kind] = { ...kinds[kind], [id]: object };
	};

	return {
		user(id) {
			const user = store.users.get(id);
			if (!user) return false;
			add('users', id, renderUser(user));
			const member = memberOf(guild, id);
			if (guild && member)
				add('members', id, {
					...renderPartialMember(member),
					permissions: permissionsIn(guild, id).toString(),
				});
			return true;
		},
		role(id) {
			const position = guild?.roles.findIndex((role) => role.id === id) ?? -1;
			const role = guild?.roles[position];
			if (role) add('roles', id, renderRole(role, position));
			return role !== undefined;
		},
		channel(id) {
			const channel = store.channels.get(id);
			if (channel?.kind !== 'guild' || channel.guildId !== guild?.id) return false;
			add('channels', id, {
				...renderChannel(store, channel),
				permissions: permissionsIn(guild, context.applicationId, channel).toString(),
			});
			return true;
		},
		attachment(id) {
			const file = store.files.get(id);
			if (file) add('attachments', id, renderAttachment(origin, file.attachment, true));
			return file !== undefined;
		},
		message(message) {
			add('messages', message.id, renderMessage(context, message));
		},
		resolved: () => (Object.keys(kinds).length > 0 ? kinds : undefined),
	};
}

/** Adds the object behind an option's or select's id; false when there is none of that kind. */
export function resolveId(resolver: Resolver, type: Option, id: string): boolean {
	switch (type) {
		case Option.User:
			return resolver.user(id);
		case Option.Role:
			return resolver.role(id);
		case Option.Channel:
			return resolver.channel(id);
		case Option.Mentionable:
			return resolver.user(id) || resolver.role(id);
		case Option.Attachment:
			return resolver.attachment(id);
		default:
			return true;
	}
}
