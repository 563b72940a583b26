import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';

/** For members: in servers that have Gutsy, in direct messages with it, and wherever they brought it along as their own app. */
export const EVERYWHERE = {
	integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
	contexts: [
		InteractionContextType.Guild,
		InteractionContextType.BotDM,
		InteractionContextType.PrivateChannel,
	],
};

/** For moderators: only in servers that have Gutsy. */
export const SERVERS_ONLY = {
	integration_types: [ApplicationIntegrationType.GuildInstall],
	contexts: [InteractionContextType.Guild],
};
