import { ApplicationCommandOptionType, ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { snowflake } from '../../../src/core/snowflake.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { holds } from '../../../src/discord/caller.ts';
import { smallPrint, text } from '../../../src/discord/components.ts';
import { MANAGE_SERVER } from '../../../src/discord/demand.ts';
import { privately, type Reply } from '../../../src/discord/reply.ts';
import type { Settings } from '../../../src/moderation/settings.ts';
import { explainPostRefusal } from '../explain-post-refusal.ts';
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
	async run({ role, 'audit-channel': channel, approval, clear }, { moderation, channels }, curator) {
		const { guildId, userId } = curator;
		const isAsked = role !== undefined || channel !== undefined || approval !== undefined || clear !== NONE;
		if (!isAsked) return renderSettings(await moderation.settings(guildId), 'How answers are curated here');
		// Else those with the role could give it to others, take the second moderator away, or have nobody told of what they do.
		if (!holds(curator, MANAGE_SERVER))
			throw new UserError('Only who may manage the server can change this.');
		// The role of everyone has the server's own id.
		if (role === guildId) throw new UserError('Everyone has that role. Please choose one for moderators.');
		if (channel !== undefined) await greet(channels, guildId, channel);
		const { auditChannel: former } = await moderation.settings(guildId);
		const after = await moderation.changeSettings(guildId, {
			moderatorRole: clear === 'role' ? null : role,
			auditChannel: clear === 'audit-channel' ? null : channel,
			approval,
		});
		const told =
			former === undefined ||
			(await channels.tell(former, `<@${userId}> changed how answers are curated here:\n${listed(after)}`));
		return renderSettings(after, told ? 'Changed' : 'Changed; the channel for changes could not be told');
	},
});

/** What a channel takes today it is trusted with; whose channel it is only Discord knows for sure. */
async function greet(channels: App['channels'], guildId: string, channelId: string): Promise<void> {
	const announced = await channels.announce({
		guildId,
		channelId,
		content: 'Changes to this server’s answers are told here.',
		components: [],
	});
	if (announced.kind === 'elsewhere')
		throw new UserError('That channel is none of this server’s. Nothing was changed.');
	if (announced.kind === 'refused')
		throw new UserError(`${explainPostRefusal(announced.code)} Nothing was changed.`);
}

function listed({ moderatorRole, auditChannel, approval }: Settings): string {
	return [
		`- Who curates: those who may manage the server${moderatorRole === undefined ? '' : `, and <@&${moderatorRole}>`}`,
		`- Changes are told in: ${auditChannel === undefined ? 'no channel' : `<#${auditChannel}>`}`,
		`- Second moderator: ${approval ? 'has to approve every change' : 'not needed'}`,
	].join('\n');
}

export function renderSettings(settings: Settings, heading: string): Reply {
	return privately(
		text(`## ${heading}\n${listed(settings)}`),
		smallPrint(
			'Discord itself shows /faq-admin only to those who may manage the server, until Server Settings › Integrations › Gutsy shows it to the role, too.',
		),
	);
}
