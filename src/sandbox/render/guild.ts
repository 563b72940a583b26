import { permissionsIn } from '../permissions.ts';
import type { Channel, Guild, Member, Role } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { renderChannel } from './channel.ts';
import { renderUser } from './user.ts';

export function renderRole(role: Role, position: number) {
	return {
		id: role.id,
		name: role.name,
		permissions: role.permissions,
		position,
		color: 0,
		colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
		hoist: false,
		managed: role.managed ?? false,
		mentionable: role.mentionable ?? false,
		icon: null,
		unicode_emoji: null,
		flags: 0,
	};
}

/** A member without the user, as interactions carry it in `resolved.members`. */
export function renderPartialMember(member: Member) {
	return {
		avatar: null,
		banner: null,
		communication_disabled_until: null,
		flags: 0,
		joined_at: new Date(member.joinedAt).toISOString(),
		nick: null,
		pending: false,
		premium_since: null,
		roles: member.roles,
	};
}

export function renderMember(store: Store, member: Member) {
	const user = store.users.get(member.userId);
	if (!user) throw new Error(`Member ${member.userId} is no known user`);
	return { ...renderPartialMember(member), user: renderUser(user), mute: false, deaf: false };
}

/** A guild as `GET /guilds/{id}` answers it. */
export function renderGuild(guild: Guild) {
	return {
		id: guild.id,
		name: guild.name,
		icon: null,
		description: null,
		home_header: null,
		splash: null,
		discovery_splash: null,
		features: [],
		banner: null,
		owner_id: guild.ownerId,
		application_id: null,
		region: 'us-east',
		afk_channel_id: null,
		afk_timeout: 300,
		system_channel_id: null,
		system_channel_flags: 0,
		widget_enabled: false,
		widget_channel_id: null,
		verification_level: 0,
		roles: guild.roles.map(renderRole),
		default_message_notifications: 0,
		mfa_level: 0,
		explicit_content_filter: 0,
		max_presences: null,
		max_members: 500_000,
		max_stage_video_channel_users: 50,
		max_video_channel_users: 25,
		vanity_url_code: null,
		premium_tier: 0,
		premium_subscription_count: 0,
		preferred_locale: guild.locale,
		rules_channel_id: null,
		safety_alerts_channel_id: null,
		public_updates_channel_id: null,
		premium_progress_bar_enabled: false,
		nsfw: false,
		nsfw_level: 0,
		emojis: [],
		stickers: [],
		incidents_data: null,
	};
}

/** A guild in the list of those that the bot is in. */
export function renderOwnGuild(guild: Guild, botUserId: string) {
	return {
		id: guild.id,
		name: guild.name,
		icon: null,
		banner: null,
		owner: guild.ownerId === botUserId,
		permissions: permissionsIn(guild, botUserId).toString(),
		features: [],
	};
}

/** The GUILD_CREATE payload: the guild, its channels and, of the members, only the bot, as for a client without the members intent. */
export function renderGuildCreate(store: Store, guild: Guild, botUserId: string) {
	const channels: Channel[] = [...store.channels.values()].filter(
		(channel) => channel.kind === 'guild' && channel.guildId === guild.id,
	);
	const bot = guild.members.find((member) => member.userId === botUserId);
	return {
		...renderGuild(guild),
		joined_at: new Date(bot?.joinedAt ?? 0).toISOString(),
		large: false,
		unavailable: false,
		member_count: guild.members.length,
		members: bot ? [renderMember(store, bot)] : [],
		channels: channels.map((channel) => renderChannel(store, channel)),
		threads: [],
		voice_states: [],
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	};
}
