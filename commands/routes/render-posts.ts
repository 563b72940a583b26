import type { App } from '../../src/app.ts';
import { button, buttons, card, line, text } from '../../src/discord/components.ts';
import type { TopLevel } from '../../src/discord/reply.ts';
import type { ChannelPost } from '../../src/nudges/channel-posts.ts';
import { formatLocalTime } from '../../src/nudges/local-time.ts';
import type { NudgeStatus } from '../../src/nudges/nudges.ts';
import { explainPostRefusal } from './explain-post-refusal.ts';
import { listed, seconds } from './render-nudges.ts';
import { stopPostsButton } from './stop-posts.ts';

type Mention = App['mention'];

/** What moderators see of their server's posts. */
export function renderPosts(
	posts: readonly ChannelPost[],
	{ owner, now, mention }: { owner: string; now: number; mention: Mention },
): TopLevel[] {
	if (posts.length === 0)
		return [
			text(
				`No channel of this server gets daily posts. ${mention('nudges-admin channel-start')} turns them on.`,
			),
		];
	const named = posts.map((post, index) => `**${index + 1}.** ${describePost(post, mention)}`);
	return [
		card(
			text('## Daily posts in this server'),
			...named.flatMap((each, index) => (index === 0 ? [text(each)] : [line(), text(each)])),
		),
		buttons(
			...posts.map(({ channelId }, index) =>
				button(`Stop ${index + 1}`, stopPostsButton(channelId, owner, now)),
			),
		),
	];
}

/** One channel's post in words: what, when, whom it notifies, and why it does not come. */
export function describePost({ channelId, roleId, status }: ChannelPost, mention: Mention): string {
	if (status === undefined)
		return `<#${channelId}>: turning it on was cut off, so nothing comes. ${again(mention)}`;
	const [first] = status.topics;
	const what = listed(status.topics.map(({ topic }) => topic));
	const time = first === undefined ? '' : ` daily at ${formatLocalTime(first.time)}, ${status.timeZone}`;
	const next = first?.nextAt === undefined ? 'none to come' : `next <t:${seconds(first.nextAt)}:f>`;
	return [
		`<#${channelId}>: ${what}${time}: ${next}`,
		...(roleId === undefined ? [] : [`Notifies <@&${roleId}>.`]),
		...trouble(status, mention),
	].join('\n');
}

function trouble({ delivery }: NudgeStatus, mention: Mention): string[] {
	if (delivery.kind === 'active') return [];
	const why = explainPostRefusal(delivery.code);
	return delivery.kind === 'waiting'
		? [`The last post was refused: ${why} I try again tomorrow.`]
		: [`Three posts in a row were refused, so I stopped trying. ${why} ${again(mention)}`];
}

function again(mention: Mention): string {
	return `${mention('nudges-admin channel-start')} begins anew.`;
}
