import { DiscordAPIError } from 'discord.js';
import { type APIRole, Routes } from 'discord-api-types/v10';
import type { MemberRole, RoleChange, Roles } from '../app.ts';
import { isHarmless } from './harmless-role.ts';
import type { RestCalls } from './in-turn.ts';

/** The member waits for it. */
const PATIENCE = 8_000;
/** No such server, member or role. */
const GONE = new Set<number | string>([10004, 10007, 10011]);
/** Shown in the server's audit log. */
const REASON = 'The member pressed the button under a daily post';

/** Changes members' roles where Gutsy is let. */
export function createRoles(rest: RestCalls): Roles {
	async function look({ guildId, roleId }: Pick<MemberRole, 'guildId' | 'roleId'>) {
		try {
			const signal = AbortSignal.timeout(PATIENCE);
			const role = (await rest.get(Routes.guildRole(guildId, roleId), { signal })) as APIRole;
			return isHarmless(role, guildId) ? 'harmless' : 'powerful';
		} catch (error) {
			if (error instanceof DiscordAPIError && GONE.has(error.code)) return 'gone';
			throw error;
		}
	}

	async function change(method: 'put' | 'delete', role: MemberRole): Promise<RoleChange> {
		try {
			const signal = AbortSignal.timeout(PATIENCE);
			await rest[method](Routes.guildMemberRole(role.guildId, role.memberId, role.roleId), {
				signal,
				reason: REASON,
			});
			return 'changed';
		} catch (error) {
			if (!(error instanceof DiscordAPIError)) throw error;
			if (GONE.has(error.code)) return 'gone';
			if (error.status === 403) return 'forbidden';
			throw error;
		}
	}

	return {
		look,
		async give(role) {
			// What the role may do can have changed since a moderator chose it.
			const found = await look(role);
			return found === 'harmless' ? change('put', role) : found;
		},
		take: (role) => change('delete', role),
	};
}
