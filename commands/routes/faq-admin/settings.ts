import { ApplicationCommandOptionType, ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import { snowflake } from '../../../src/core/snowflake.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { holds } from '../../../src/discord/caller.ts';
import { smallPrint, text } from '../../../src/discord/components.ts';
import { MANAGE_SERVER } from '../../../src/discord/demand.ts';
import { privately, type Reply } from '../../../src/discord/reply.ts';
import type { Settings } from '../../../src/moderation/settings.ts';
import { defineSubcommand } from './subcommand.ts';

const NONE = 'none';

/** A role or channel as Discord tells of it. */
const chosen = z.object({ id: snowflake }).transform(({ id }) => id);

export const settings = defineSubcommand({
	name: 'settings',
	description: 'Who curates, where changes are told, and whether a second moderator looks at each',
	options: [
		{
			type: ApplicationCommandOptionType.Role,
			name: 'role',
			description: 'Its members curate, too',
		},
		{
			type: ApplicationCommandOptionType.Channel,
			name: 'audit-channel',
			description: 'Every change is told there',
			channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
		},
		{
			type: ApplicationCommandOptionType.Boolean,
			name: 'approval',
			description: 'Whether every change waits for a second moderator',
		},
		{
			type: ApplicationCommandOptionType.String,
			name: 'clear',
			description: 'What shall be as if it had never been set',
			choices: [
				{ name: 'role', value: 'role' },
				{ name: 'audit-channel', value: 'audit-channel' },
			],
		},
	],
	input: z.object({
		role: chosen.optional(),
		'audit-channel': chosen.optional(),
		approval: z.boolean().optional(),
		clear: z.enum(['role', 'audit-channel', NONE]).default(NONE),
	}),
	async run({ role, 'audit-channel': channel, approval, clear }, { moderation }, curator) {
		const { guildId } = curator;
		const isAsked = role !== undefined || channel !== undefined || approval !== undefined || clear !== NONE;
		if (!isAsked) return renderSettings(await moderation.settings(guildId), 'How answers are curated here');
		const isManager = holds(curator, MANAGE_SERVER);
		// Else those with the role could give it to others, or take the second moderator away.
		if (!isManager && (role !== undefined || clear === 'role' || approval !== undefined))
			throw new UserError('Only who may manage the server can change the role or the approval.');
		// The role of everyone has the server's own id.
		if (role === guildId) throw new UserError('Everyone has that role. Please choose one for moderators.');
		const after = await moderation.changeSettings(guildId, {
			moderatorRole: clear === 'role' ? null : role,
			auditChannel: clear === 'audit-channel' ? null : channel,
			approval,
		});
		return renderSettings(after, 'Changed');
	},
});

export function renderSettings({ moderatorRole, auditChannel, approval }: Settings, heading: string): Reply {
	return privately(
		text(
			[
				`## ${heading}`,
				`- Who curates: those who may manage the server${moderatorRole === undefined ? '' : `, and <@&${moderatorRole}>`}`,
				`- Changes are told in: ${auditChannel === undefined ? 'no channel' : `<#${auditChannel}>`}`,
				`- Second moderator: ${approval ? 'has to approve every change' : 'not needed'}`,
			].join('\n'),
		),
		smallPrint(
			'Discord itself shows /faq-admin only to those who may manage the server, until Server Settings › Integrations › Gutsy shows it to the role, too.',
		),
	);
}
