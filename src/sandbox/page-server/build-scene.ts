import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import { permissionsIn } from '../permissions.ts';
import type { Channel, User } from '../store/state.ts';
import { memberOf } from '../store/store.ts';
import { describePart } from './describe-cast.ts';
import type { PageOptions } from './page-options.ts';
import type { Scene, ShownServer } from './protocol/scene.ts';
import type { ShownMessage } from './protocol/shown-message.ts';
import { showMessage } from './show-message.ts';
import { showRequest } from './show-request.ts';
import type { FaultSwitches } from './troubles.ts';

const requestsShown = 100;
const messagesShown = 200;

/** Everything that `userId` sees now. */
export function buildScene(
	{ discord, cast, tour = [], outside }: PageOptions,
	switches: FaultSwitches,
	userId: string,
): Scene {
	const { world, requests, gatewayTraffic, clock, botUserId } = discord;
	const users = new Map(world.users().map((user) => [user.id, user]));
	const servers = serversOf(discord, userId);
	const dmChannelId = discord.member(userId, 'dm').channelId;
	const channelIds = [...servers.flatMap(({ channels }) => channels.map(({ id }) => id)), dmChannelId];
	const me = users.get(userId);
	const home = me && describePart(me, world.guilds()).home;
	return {
		meId: userId,
		...(home && { homeId: home.id }),
		cast: cast.flatMap((id) => {
			const user = users.get(id);
			return user ? [{ id, part: describePart(user, world.guilds()).part }] : [];
		}),
		people: [...users.values()].map(({ id, username, globalName, bot }: User) => ({
			id,
			username,
			name: globalName ?? username,
			bot,
		})),
		botId: botUserId,
		servers,
		dmChannelId,
		messages: channelIds.flatMap((id) => messagesIn(discord, userId, id)),
		requests: requests.slice(-requestsShown).map(showRequest),
		troubles: switches.now(),
		gateway: gatewayTraffic,
		now: clock.now(),
		knowsNextMessage: outside?.nextMessageAt !== undefined,
		tour: [...tour],
	};
}

/** The latest messages of a channel; an empty list where the user is not. */
export function messagesIn(discord: LocalDiscord, userId: string, channelId: string): ShownMessage[] {
	return discord.member(userId, { channelId }).sees().slice(-messagesShown).map(showMessage);
}

function serversOf({ world }: LocalDiscord, userId: string): ShownServer[] {
	const channels = world.channels();
	return world
		.guilds()
		.filter((guild) => memberOf(guild, userId))
		.map((guild) => ({
			id: guild.id,
			name: guild.name,
			channels: channels
				.filter((channel) => isIn(channel, guild.id))
				.filter((channel) => permissionsIn(guild, userId, channel) & PermissionFlagsBits.ViewChannel)
				.map(({ id, name }) => ({ id, name })),
			memberIds: guild.members.map((member) => member.userId),
			roles: guild.roles.map((role) => ({ id: role.id, name: role.name })),
		}));
}

function isIn(channel: Channel, guildId: string): channel is Extract<Channel, { kind: 'guild' }> {
	return channel.kind === 'guild' && channel.guildId === guildId;
}
