import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import { answerJson, noContent } from '../http/answer.ts';
import type { ApiRequest, Routes } from '../http/route.ts';
import { heightOf, permissionsIn } from '../permissions.ts';
import { refuse } from '../refusal.ts';
import { renderMember, renderRole } from '../render/guild.ts';
import type { Guild, Role } from '../store/state.ts';
import { memberOf } from '../store/store.ts';
import { reachableGuild } from './guilds.ts';
import type { RouteParts } from './parts.ts';

/** Roles, and who has them. */
export function memberRoleRoutes({ store, botUserId, gateway, events }: RouteParts) {
	function roleIn(guild: Guild, request: ApiRequest): { role: Role; place: number } {
		const role = guild.roles.find(({ id }) => id === request.param('role_id'));
		if (!role) throw refuse('unknownRole');
		return { role, place: guild.roles.indexOf(role) };
	}

	/** Nobody moves a role that stands as high as their own, and nobody at all one that belongs to an app. */
	function refuseForbidden(guild: Guild, { role, place }: { role: Role; place: number }): void {
		if (place === 0) throw refuse('invalidRole');
		const may = permissionsIn(guild, botUserId) & PermissionFlagsBits.ManageRoles;
		if (!may || place >= heightOf(guild, botUserId) || role.managed) throw refuse('missingPermission');
	}

	function change(request: ApiRequest, rolesAfter: (held: readonly string[], role: string) => string[]) {
		const guild = reachableGuild(store, request);
		const member = memberOf(guild, request.param('user_id'));
		if (!member) throw refuse('unknownMember');
		refuseForbidden(guild, roleIn(guild, request));
		member.roles = rolesAfter(member.roles, request.param('role_id'));
		gateway.dispatch({
			event: 'GUILD_MEMBER_UPDATE',
			guildId: guild.id,
			intents: GatewayIntentBits.GuildMembers,
			data: () => ({ ...renderMember(store, member), guild_id: guild.id }),
		});
		events.emit({ type: 'world-changed' });
		return noContent;
	}

	return {
		'GET /guilds/{guild_id}/roles/{role_id}': {
			handle(request) {
				const { role, place } = roleIn(reachableGuild(store, request), request);
				return answerJson(renderRole(role, place));
			},
		},
		'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}': {
			handle: (request) => change(request, (held, role) => [...new Set([...held, role])]),
		},
		'DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}': {
			handle: (request) => change(request, (held, role) => held.filter((id) => id !== role)),
		},
	} satisfies Partial<Routes>;
}
