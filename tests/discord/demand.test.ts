import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/discord/caller.ts';
import { demand, isModerator, type Requirement } from '../../src/discord/demand.ts';
import { aMember } from '../support/a-member.ts';

const { ManageGuild, Administrator, ManageMessages } = PermissionFlagsBits;
const ROLE = '555';

/** Servers with the role that curates; 901 has another one. Who asks for it is noted. */
function servers() {
	const asked: string[] = [];
	return {
		asked,
		moderatorRole: async (guildId: string) => {
			asked.push(guildId);
			return ({ 900: ROLE, 901: '666' } as Record<string, string>)[guildId];
		},
	};
}

const outcome = (requirement: Requirement | undefined, changes: Partial<Caller>) =>
	demand(requirement, servers(), aMember(changes)).then(
		() => 'let through',
		(error: Error) => error.message,
	);

const REFUSED = 'This is for moderators of this server: it needs the “Manage Server” permission.';

const CALLERS: readonly [who: string, caller: Partial<Caller>, moderator: boolean, manager: boolean][] = [
	['a member', {}, false, false],
	['who may manage the server', { permissions: ManageGuild }, true, true],
	['an administrator', { permissions: Administrator }, true, true],
	['who may manage messages alone', { permissions: ManageMessages }, false, false],
	['who has the server’s role', { roles: ['1', ROLE] }, true, false],
	['who has other roles', { roles: ['1', '2'] }, false, false],
	['who has the role of another server', { roles: [ROLE], guildId: '901' }, false, false],
	['who has a role where none curates', { roles: [ROLE], guildId: '902' }, false, false],
	['who may manage a server without Gutsy', { permissions: ManageGuild, guildId: undefined }, false, false],
	['who has the role outside any server', { roles: [ROLE], guildId: undefined }, false, false],
];

describe('a demand', () => {
	test.each(CALLERS)('answers %s', async (_who, caller, moderator, manager) => {
		expect(await outcome('moderator', caller)).toBe(moderator ? 'let through' : REFUSED);
		expect(await outcome('manager', caller)).toBe(manager ? 'let through' : REFUSED);
		expect(await outcome(undefined, caller)).toBe('let through');
		expect(await isModerator(servers(), aMember(caller))).toBe(moderator);
	});

	test.each([
		['who may manage the server', { permissions: ManageGuild, roles: ['1'] }],
		['without any role', {}],
	])('reads nothing for a caller %s', async (_who, caller) => {
		const app = servers();
		await demand('moderator', app, aMember(caller)).catch(() => undefined);
		expect(app.asked).toEqual([]);
	});
});
