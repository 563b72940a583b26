import { z } from 'zod';
import type { App } from '../../src/app.ts';
import { type Snowflake, snowflake } from '../../src/core/snowflake.ts';
import { text } from '../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../src/discord/define-route.ts';
import { update } from '../../src/discord/reply.ts';
import { serverOf } from './server-of.ts';

/** Also for channels that are gone, which no option offers any more. */
const stop = defineCustomId('post.off', ['channel']);

export function stopPostsButton(channelId: Snowflake, owner: string, now: number): string {
	return stop.write({ owner, now, channel: channelId });
}

export const stopPosts = defineRoute({
	id: stop,
	answers: 'update',
	requires: 'manager',
	input: z.object({ channel: snowflake }),
	async run({ channel }, { channelPosts, mention }, caller) {
		const stopped = await channelPosts.stop(serverOf(caller), channel);
		return update(text(renderPostsStopped(channel, stopped, mention)));
	},
});

export function renderPostsStopped(channelId: Snowflake, stopped: boolean, mention: App['mention']): string {
	return stopped
		? `Done. Nothing more is posted in <#${channelId}>, and what was kept for it is deleted. What members answered stays theirs.`
		: `No posts are on in <#${channelId}>. ${mention('nudges-admin channel-status')} shows where some are.`;
}
