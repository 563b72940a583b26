import type { User } from '../store/state.ts';

/** A user as Discord shows them to anyone. */
export function renderUser(user: User) {
	return {
		id: user.id,
		username: user.username,
		discriminator: '0',
		global_name: user.globalName ?? null,
		avatar: null,
		public_flags: 0,
		flags: 0,
		primary_guild: null,
		...(user.bot && { bot: true }),
	};
}

/** The bot's own account, with what only itself may read. */
export function renderSelf(user: User) {
	return { ...renderUser(user), mfa_enabled: false, locale: user.locale, verified: true, email: null };
}

export function renderApplication(applicationId: string, owner: User, bot: User, guildCount: number) {
	return {
		id: applicationId,
		name: bot.username,
		icon: null,
		description: '',
		type: null,
		verify_key: '0'.repeat(64),
		flags: 0,
		flags_new: '0',
		bot: renderUser(bot),
		bot_public: true,
		bot_require_code_grant: false,
		redirect_uris: [],
		interactions_endpoint_url: null,
		role_connections_verification_url: null,
		owner: renderUser(owner),
		approximate_guild_count: guildCount,
		approximate_user_install_count: 0,
		approximate_user_authorization_count: 0,
		explicit_content_filter: 0,
		team: null,
		eligible_oauth2_scopes: ['bot', 'applications.commands'],
		integration_types_config: { '0': {}, '1': {} },
	};
}
