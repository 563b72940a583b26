import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import { snowflake } from '../src/core/snowflake.ts';
import { text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { MANAGE_SERVER } from '../src/discord/demand.ts';
import { SERVERS_ONLY } from '../src/discord/placement.ts';
import { privately } from '../src/discord/reply.ts';
import { TOPICS } from '../src/nudges/topic.ts';
import { renderPosts } from './routes/render-posts.ts';
import { serverOf } from './routes/server-of.ts';
import { askBeforePosts, startPosts } from './routes/start-posts.ts';
import { renderPostsStopped, stopPosts } from './routes/stop-posts.ts';
import { suggestTimeZones } from './routes/suggest-time-zones.ts';

const [sleep, stress, diet] = TOPICS;
const MIXES = [[sleep], [stress], [diet], [sleep, stress], [sleep, diet], [stress, diet], [...TOPICS]];

/** As Discord tells of it. */
const channel = z.object({ id: snowflake });
const role = z.object({
	id: snowflake,
	permissions: z.string().regex(/^\d+$/),
	managed: z.boolean(),
	mentionable: z.boolean(),
});

export const nudgesAdmin = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'nudges-admin',
		description: 'Daily posts about sleep, stress or diet in a channel of this server',
		...SERVERS_ONLY,
		default_member_permissions: String(MANAGE_SERVER),
		options: [
			{
				type: ApplicationCommandOptionType.Subcommand,
				name: 'channel-start',
				description: 'Turn a channel’s daily post on, or change it',
				options: [
					channelOption('Where?'),
					{
						type: ApplicationCommandOptionType.String,
						name: 'topics',
						description: 'What about?',
						required: true,
						choices: MIXES.map((mix) => ({ name: mix.join(', '), value: mix.join(', ') })),
					},
					{
						type: ApplicationCommandOptionType.String,
						name: 'time',
						description: 'When, by the clock of the time zone? For instance 9am or 21:30',
						required: true,
						max_length: 20,
					},
					{
						type: ApplicationCommandOptionType.String,
						name: 'timezone',
						description: 'By whose clock? Type a city or country',
						required: true,
						max_length: 100,
						autocomplete: true,
					},
					{
						type: ApplicationCommandOptionType.Role,
						name: 'role',
						description: 'A role to notify, which members take or drop with a button',
					},
				],
			},
			{
				type: ApplicationCommandOptionType.Subcommand,
				name: 'channel-stop',
				description: 'No more posts in a channel, at once',
				options: [channelOption('Which one?')],
			},
			{
				type: ApplicationCommandOptionType.Subcommand,
				name: 'channel-status',
				description: 'Which channels get posts, when, and why one does not',
			},
		],
	},
	requires: 'manager',
	input: z.discriminatedUnion('subcommand', [
		z.object({
			subcommand: z.literal('channel-start'),
			channel,
			topics: z.string(),
			time: z.string(),
			timezone: z.string(),
			role: role.optional(),
		}),
		z.object({ subcommand: z.literal('channel-stop'), channel }),
		z.object({ subcommand: z.literal('channel-status') }),
	]),
	autocomplete: {
		timezone: suggestTimeZones,
	},
	routes: [startPosts, stopPosts],
	async run(asked, app, caller) {
		const { channelPosts, mention } = app;
		const { userId, now } = caller;
		const guildId = serverOf(caller);
		switch (asked.subcommand) {
			case 'channel-start':
				return askBeforePosts(asked, app, caller);
			case 'channel-stop': {
				const stopped = await channelPosts.stop(guildId, asked.channel.id);
				return privately(text(renderPostsStopped(asked.channel.id, stopped, mention)));
			}
			case 'channel-status':
				return privately(...renderPosts(await channelPosts.list(guildId), { owner: userId, now, mention }));
		}
	},
});

function channelOption(description: string) {
	return {
		type: ApplicationCommandOptionType.Channel as const,
		name: 'channel',
		description,
		required: true,
		channel_types: [ChannelType.GuildText as const, ChannelType.GuildAnnouncement as const],
	};
}
