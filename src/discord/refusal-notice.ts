import type { App } from '../app.ts';
import type { Caller } from './caller.ts';
import { text } from './components.ts';
import { type FollowUp, privately } from './reply.ts';

const NOTICES = {
	waiting: () =>
		'By the way: Discord did not let my last nudge through to you, so I wait until tomorrow. Allowing messages from apps helps (server name › Privacy Settings › Direct Messages).',
	suspended: (mention: App['mention']) =>
		`By the way: Discord did not let my last nudges through to you, so I stopped trying. Nothing is lost: allow messages from apps (server name › Privacy Settings › Direct Messages), then use ${mention('nudges start')} again.`,
};

/** What to tell a member in private after their command, because no direct message can: once. */
export async function refusalNotice(
	{ refusals, mention }: Pick<App, 'refusals' | 'mention'>,
	{ userId }: Pick<Caller, 'userId'>,
): Promise<FollowUp | undefined> {
	const news = await refusals.next(userId);
	return news && privately(text(NOTICES[news](mention)));
}
