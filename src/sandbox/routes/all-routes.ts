import type { Routes } from '../http/route.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionCallbackRoutes } from './interaction-callback.ts';
import { interactionWebhookRoutes } from './interaction-webhook.ts';
import { memberRoleRoutes } from './member-roles.ts';
import { messageRoutes } from './messages.ts';
import type { RouteParts } from './parts.ts';
import { selfRoutes } from './self.ts';

/** Every endpoint that the local Discord knows. */
export function createRoutes(parts: RouteParts): Routes {
	return {
		...selfRoutes(parts),
		...commandRoutes(parts),
		...channelRoutes(parts),
		...messageRoutes(parts),
		...guildRoutes(parts),
		...memberRoleRoutes(parts),
		...interactionCallbackRoutes(parts),
		...interactionWebhookRoutes(parts),
	};
}
