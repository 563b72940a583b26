import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import type { Kept } from './kept.ts';
import { compareSnowflakes } from './snowflake-order.ts';

/** Messages of others in a channel that came after the last one read. */
export function unreadIn(
	messages: readonly ShownMessage[],
	meId: string,
	lastRead: string | undefined,
): readonly ShownMessage[] {
	return messages.filter(
		({ id, authorId }) =>
			authorId !== meId && (lastRead === undefined || compareSnowflakes(id, lastRead) > 0),
	);
}

/** The marks with everything in the channel read; the same ones when nothing was new. */
export function markRead(
	kept: Kept,
	meId: string,
	channelId: string,
	messages: readonly ShownMessage[],
): Kept {
	const last = messages.at(-1)?.id;
	const mine = kept.read[meId] ?? {};
	if (last === undefined || mine[channelId] === last) return kept;
	return { ...kept, read: { ...kept.read, [meId]: { ...mine, [channelId]: last } } };
}
