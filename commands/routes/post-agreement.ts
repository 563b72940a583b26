import { ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../src/app.ts';
import { button, buttons, card, line, smallPrint, text } from '../../src/discord/components.ts';
import { defineCustomId } from '../../src/discord/define-route.ts';
import type { TopLevel } from '../../src/discord/reply.ts';
import { longId, shortId } from '../../src/discord/short-id.ts';
import type { PostPlan } from '../../src/nudges/channel-posts.ts';
import { formatLocalTime, localTime } from '../../src/nudges/local-time.ts';
import { decodeTopics, encodeTopics } from '../../src/nudges/record-codec.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { listed } from './render-nudges.ts';

/** Carries the plan that was shown, so that exactly it is started. */
export const agreeToPosts = defineCustomId('posts', ['channel', 'topics', 'time', 'zone', 'role']);

// A custom id has 100 characters: ids are written short, and slashes so that they take one each.
function writePlan({ channelId, topics, time, timeZone: zone, roleId }: PostPlan) {
	return {
		channel: shortId(channelId),
		topics: encodeTopics(topics),
		time: String(time),
		zone: zone.replaceAll('/', '~'),
		role: roleId === undefined ? '' : shortId(roleId),
	};
}

/** Reads the plan from the button. */
export const writtenPlan = z
	.object({
		channel: longId,
		topics: z
			.string()
			.regex(/^[std]{1,3}$/)
			.transform(decodeTopics),
		time: z.coerce.number().pipe(localTime),
		zone: z
			.string()
			.transform((zone) => zone.replaceAll('~', '/'))
			.pipe(timeZone),
		role: z.union([z.literal('').transform(() => undefined), longId]),
	})
	.transform(
		({ channel, topics, time, zone, role }): PostPlan => ({
			channelId: channel,
			topics,
			time,
			timeZone: zone,
			roleId: role,
		}),
	);

interface Around {
	owner: string;
	now: number;
	mention: App['mention'];
	/** Whether Discord would notify nobody, for the role may not be mentioned. */
	isSilent: boolean;
}

/** What a moderator confirms. */
export function renderBeforePosts(plan: PostPlan, { owner, now, mention, isSilent }: Around): TopLevel[] {
	const { channelId, topics, roleId } = plan;
	const silent = isSilent
		? ' At present it notifies nobody: turn on “Allow anyone to @mention this role” in the role’s settings.'
		: '';
	const role =
		roleId === undefined
			? []
			: [
					`**Role:** it notifies <@&${roleId}>. Anyone here takes or drops that role with a button, so choose one that opens no private channels.${silent}`,
				];
	return [
		card(
			text(
				`## Before it starts\nIn <#${channelId}> I would post one message a day, with one small idea about ${topics.length === 1 ? '' : 'each of '}${listed(topics)}, at ${whenOf(plan)}. If posts are on there already, these take their place.`,
			),
			line(),
			text(
				[
					'**Done and Not today** under it are for everyone. Each answer is private: only that member sees their own, and no count is shown to anyone.',
					...role,
					`**How to stop:** ${mention('nudges-admin channel-stop')}, at once. ${mention('nudges-admin channel-status')} shows what is on.`,
				].join('\n'),
			),
			smallPrint('A first message comes right away, which shows that I may write there.'),
		),
		buttons(
			button('Start posting', agreeToPosts.write({ owner, now, ...writePlan(plan) }), ButtonStyle.Success),
		),
	];
}

export function whenOf({ time, timeZone: zone }: Pick<PostPlan, 'time' | 'timeZone'>): string {
	return `${formatLocalTime(time)} by the clock of ${zone}`;
}
