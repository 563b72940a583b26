import { ButtonStyle } from 'discord-api-types/v10';
import type { FirstMessage, NudgeMessage } from '../app.ts';
import { button, buttons } from './components.ts';
import { defineCustomId } from './define-route.ts';
import { whyOnce } from './why-button.ts';

/** Answers to a channel's post, for anyone; and its role, to take or drop. */
export const channelDone = defineCustomId('post.done', ['day', 'topic']);
export const channelSkipped = defineCustomId('post.skip', ['day', 'topic']);
export const channelRole = defineCustomId('post.role');

type Post = Pick<NudgeMessage, 'memberId' | 'channelId' | 'day' | 'nudges' | 'roleId'>;

/** Whether the message serves a whole channel rather than one member. */
export function isPost({ memberId, channelId }: Pick<Post, 'memberId' | 'channelId'>): boolean {
	return memberId === channelId;
}

/** The only role that a message may notify: the one of the channel's own post. */
export function rolesToNotify(message: Pick<Post, 'memberId' | 'channelId' | 'roleId'>): string[] {
	return isPost(message) && message.roleId !== undefined ? [message.roleId] : [];
}

export function roleMention(message: Pick<Post, 'memberId' | 'channelId' | 'roleId'>): string[] {
	return rolesToNotify(message).map((id) => `<@&${id}>`);
}

/** The buttons under a post. They are everyone's, so none of them says who pressed it. */
export function postRows({ day: on, nudges, roleId }: Post, now: number) {
	const owner = 'anyone' as const;
	const day = String(on);
	const rows = nudges.map(({ topic }, index) =>
		buttons(
			button(
				nudges.length === 1 ? 'Done' : `Done: ${topic}`,
				channelDone.write({ owner, now, day, topic }),
				ButtonStyle.Success,
			),
			button('Not today', channelSkipped.write({ owner, now, day, topic })),
			...whyOnce(nudges, index, { owner, now }),
		),
	);
	return [...rows, ...roleRow(roleId, now)];
}

function roleRow(roleId: string | undefined, now: number) {
	if (roleId === undefined) return [];
	return [buttons(button('Turn notifications on or off', channelRole.write({ owner: 'anyone', now })))];
}

/** What a channel gets at once when a moderator turns its posts on, which shows that Gutsy may write there. */
export function renderFirstPost(
	{ topics, when, roleId }: { topics: string; when: string; roleId: string | undefined },
	now: number,
): FirstMessage {
	const role = roleId === undefined ? '' : ' The button below turns its notifications on or off for you.';
	return {
		content: `Hello from Gutsy. From now on one small idea about ${topics} comes here daily at ${when}.${role}\n-# Press Done or Not today under it if you like: only you see your answer, and nothing is counted in public. Ideas for every day, never medical advice.`,
		components: roleRow(roleId, now),
	};
}
