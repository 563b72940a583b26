import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { App } from '../../src/app.ts';
import type { Snowflake } from '../../src/core/snowflake.ts';
import { UserError } from '../../src/core/user-error.ts';
import { type Caller, holds } from '../../src/discord/caller.ts';
import { card, smallPrint, text } from '../../src/discord/components.ts';
import { defineRoute } from '../../src/discord/define-route.ts';
import { isHarmless } from '../../src/discord/harmless-role.ts';
import { renderFirstPost } from '../../src/discord/post-message.ts';
import { privately, type Reply, update } from '../../src/discord/reply.ts';
import { MOST_CHANNELS } from '../../src/nudges/channel-posts.ts';
import { explainPostRefusal } from './explain-post-refusal.ts';
import { agreeToPosts, renderBeforePosts, whenOf, writtenPlan } from './post-agreement.ts';
import { listed } from './render-nudges.ts';
import { describePost } from './render-posts.ts';
import { serverOf } from './server-of.ts';

/** Who wants to agree later than this should read again to what. */
const GOOD_FOR = 60 * 60_000;

interface Wish {
	channel: { id: Snowflake };
	topics: string;
	time: string;
	timezone: string;
	role?: { id: Snowflake; permissions: string; managed: boolean; mentionable: boolean } | undefined;
}

/** Shows what would be posted, for the moderator to confirm. */
export async function askBeforePosts(
	{ channel, topics: typedTopics, time: typedTime, timezone, role }: Wish,
	{ nudges, channelPosts, mention }: Pick<App, 'nudges' | 'channelPosts' | 'mention'>,
	caller: Caller,
): Promise<Reply> {
	const guildId = serverOf(caller);
	const plan = await nudges.plan({
		memberId: channel.id,
		topics: typedTopics,
		time: typedTime,
		timeZone: timezone,
	});
	const [first] = plan.topics;
	if (first === undefined) throw new RangeError('A post without topics was planned');
	if (role !== undefined) demandRoles(caller);
	if (role !== undefined && !isHarmless(role, guildId)) throw new UserError(POWERFUL);
	if (await channelPosts.isFull(guildId, channel.id)) throw new UserError(full(mention));
	const post = {
		channelId: channel.id,
		topics: plan.topics.map(({ topic }) => topic),
		time: first.time,
		timeZone: plan.timeZone,
		roleId: role?.id,
	};
	const { userId: owner, now } = caller;
	return privately(
		...renderBeforePosts(post, { owner, now, mention, isSilent: role?.mentionable === false }),
	);
}

/** Everything is checked again: the button may be as old as an hour, and the channel and role in it are only claimed. */
export const startPosts = defineRoute({
	id: agreeToPosts,
	answers: 'update',
	requires: 'manager',
	goodFor: GOOD_FOR,
	input: writtenPlan,
	async run(plan, { channelPosts, channels, roles, mention }, caller) {
		const guildId = serverOf(caller);
		const { channelId, topics, roleId } = plan;
		if (roleId !== undefined) {
			demandRoles(caller);
			if ((await roles.look({ guildId, roleId })) !== 'harmless') throw new UserError(POWERFUL);
		}
		if (await channelPosts.isFull(guildId, channelId)) throw new UserError(full(mention));
		const words = { topics: listed(topics), when: whenOf(plan), roleId };
		const announced = await channels.announce({
			guildId,
			channelId,
			...renderFirstPost(words, caller.now),
		});
		if (announced.kind === 'elsewhere') throw new UserError('That channel is none of this server’s.');
		if (announced.kind === 'refused')
			throw new UserError(
				`${explainPostRefusal(announced.code)} Nothing was turned on. Once that is changed, press the button again.`,
			);
		const post = await channelPosts.start(guildId, plan);
		if (post === 'full') throw new UserError(full(mention));
		return update(
			card(
				text(`## It is on\n${describePost(post, mention)}`),
				smallPrint(
					`A first message stands in <#${channelId}>. ${mention('nudges-admin channel-stop')} ends it.`,
				),
			),
		);
	},
});

/** Nobody hands out roles through Gutsy who may not do so by hand. */
function demandRoles(caller: Caller): void {
	if (!holds(caller, PermissionFlagsBits.ManageRoles))
		throw new UserError('To have a role handed out you need the “Manage Roles” permission yourself.');
}

function full(mention: App['mention']): string {
	return `${MOST_CHANNELS} channels of this server get posts already, which is the most. ${mention('nudges-admin channel-stop')} makes room.`;
}

const POWERFUL =
	'This role cannot be handed out at a tap: it has permissions beyond what everyone has, belongs to an app, or is gone. Please choose or make one without permissions of its own.';
