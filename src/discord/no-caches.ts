import type { CacheWithLimitsOptions } from 'discord.js';

/** Limits of zero for every cache that discord.js lets one limit. The others (servers, channels, roles) stay empty without intents. */
export const NO_CACHES: CacheWithLimitsOptions = {
	ApplicationCommandManager: 0,
	ApplicationEmojiManager: 0,
	AutoModerationRuleManager: 0,
	BaseGuildEmojiManager: 0,
	DMMessageManager: 0,
	EntitlementManager: 0,
	GuildBanManager: 0,
	GuildEmojiManager: 0,
	GuildForumThreadManager: 0,
	GuildInviteManager: 0,
	GuildMemberManager: 0,
	GuildMessageManager: 0,
	GuildScheduledEventManager: 0,
	GuildStickerManager: 0,
	GuildTextThreadManager: 0,
	MessageManager: 0,
	PresenceManager: 0,
	ReactionManager: 0,
	ReactionUserManager: 0,
	StageInstanceManager: 0,
	ThreadManager: 0,
	ThreadMemberManager: 0,
	UserManager: 0,
	VoiceStateManager: 0,
};
