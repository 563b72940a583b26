import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';

/** Messages of one author within this time stand under one name. */
const togetherMs = 7 * 60_000;

/** Whether a message needs no name of its own, because it goes on from the one before. */
export function continues(message: ShownMessage, before: ShownMessage | undefined): boolean {
	return (
		before !== undefined &&
		message.usedCommand === undefined &&
		message.replyTo === undefined &&
		before.authorId === message.authorId &&
		before.ephemeral === message.ephemeral &&
		message.createdAt - before.createdAt < togetherMs &&
		isSameDay(message.createdAt, before.createdAt)
	);
}

export function isSameDay(a: number, b: number): boolean {
	return new Date(a).toDateString() === new Date(b).toDateString();
}
