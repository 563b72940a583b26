import { z } from 'zod';
import type { App, RoleChange } from '../../src/app.ts';
import { UserError } from '../../src/core/user-error.ts';
import { smallPrint, text } from '../../src/discord/components.ts';
import { defineRoute } from '../../src/discord/define-route.ts';
import { channelDone, channelRole, channelSkipped } from '../../src/discord/post-message.ts';
import { privately } from '../../src/discord/reply.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { type PostAnswered, WEEK_DAYS } from '../../src/nudges/post-answers.ts';
import { type Topic, topic, topicLabels } from '../../src/nudges/topic.ts';

const day = z.coerce.number().pipe(localDay);

function answerWith(id: typeof channelDone, mark: 'done' | 'not-today') {
	return defineRoute({
		id,
		answers: 'message',
		input: z.object({ day, topic }),
		async run({ day: on, topic: about }, { postAnswers, mention }, { userId, channelId }) {
			if (channelId === undefined) throw new UserError(ENDED);
			const answered = await postAnswers.answer(userId, { channelId, topic: about, day: on, mark });
			if (answered === 'stopped') throw new UserError(ENDED);
			return renderPostAnswered(answered, about, mention);
		},
	});
}

function renderPostAnswered({ isNew, doneOfWeek }: PostAnswered, about: Topic, mention: App['mention']) {
	const noted = isNew
		? 'Noted, and only you can see this.'
		: 'You answered this one before, and the first answer stands.';
	return privately(
		text(`${noted} ${topicLabels[about]} here: done on ${doneOfWeek} of the last ${WEEK_DAYS} days.`),
		smallPrint(`Kept for half a year, for you alone. ${mention('privacy delete')} deletes it any time.`),
	);
}

/** Which server and role are meant is what is stored for the channel, so that no button could name others. */
const role = defineRoute({
	id: channelRole,
	answers: 'message',
	input: z.object({}),
	async run(_input, { channelPosts, roles }, { guildId, channelId, userId: memberId, roles: held }) {
		const post =
			guildId === undefined || channelId === undefined
				? undefined
				: await channelPosts.find(guildId, channelId);
		if (guildId === undefined || post?.roleId === undefined) throw new UserError(NO_ROLE);
		const wanted = { guildId, memberId, roleId: post.roleId };
		const drops = held.includes(post.roleId);
		const change = await (drops ? roles.take(wanted) : roles.give(wanted));
		if (change !== 'changed') throw new UserError(WHY_NOT[change]);
		return privately(
			text(
				drops
					? `Done. You no longer have <@&${post.roleId}>, and these posts notify you no more.`
					: `Done. You have <@&${post.roleId}> now, so these posts notify you. The same button ends it.`,
			),
		);
	},
});

const ENDED = 'These posts have ended, so there is nothing to count this for.';

const NO_ROLE = 'These posts notify nobody any more, so there is no role to take or drop.';

const WHY_NOT: Readonly<Record<Exclude<RoleChange, 'changed'>, string>> = {
	forbidden:
		'Discord does not let me change that role. Please tell the moderators: Gutsy needs the “Manage Roles” permission, and its own role must stand above this one in the server’s settings.',
	powerful:
		'That role has permissions by now that nobody should get at a tap, so I do not hand it out. Please tell the moderators.',
	gone: 'That role is gone. Please tell the moderators, who can choose another.',
};

/** What the buttons under a channel's post do, for anyone who sees it. */
export const postRoutes = [answerWith(channelDone, 'done'), answerWith(channelSkipped, 'not-today'), role];
