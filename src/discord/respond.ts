import { checkTotals } from './check-totals.ts';
import { text } from './components.ts';
import type { Conversation } from './conversation.ts';
import { privately, type Reply } from './reply.ts';

/** How an interaction is acknowledged when its answer is not ready in time. */
export type Deferral = 'private' | 'public' | 'update' | 'modal';

interface Response {
	conversation: Conversation;
	/** Never rejects: what went wrong is already a reply. */
	run(): Promise<Reply>;
	deferral: Deferral;
	/** Milliseconds, well under Discord's three seconds. */
	deferAfter: number;
	/** Told when a modal came too late to be shown. */
	tooLate(): void;
}

/** Answers an interaction exactly once, acknowledging it first when the answer takes long. */
export async function respond({ conversation, run, deferral, deferAfter, tooLate }: Response): Promise<void> {
	let acknowledged: Promise<void> | undefined;
	const timer = setTimeout(() => {
		acknowledged = acknowledge(conversation, deferral);
		// Awaited below; a failure before that must not count as unhandled.
		acknowledged.catch(() => undefined);
	}, deferAfter);
	const reply = await run();
	clearTimeout(timer);
	if (acknowledged === undefined) {
		await answerFirst(conversation, reply);
		return;
	}
	await acknowledged;
	if (deferral === 'modal') tooLate();
	else await answerLater(conversation, deferral, reply);
}

function acknowledge(conversation: Conversation, deferral: Deferral): Promise<void> {
	switch (deferral) {
		case 'private':
		case 'public':
			return conversation.defer(deferral);
		case 'update':
			return conversation.deferUpdate();
		case 'modal':
			return conversation.reply(privately(text('That took too long to open. Please try again in a moment.')));
	}
}

async function answerFirst(conversation: Conversation, reply: Reply): Promise<void> {
	switch (reply.kind) {
		case 'message':
			return conversation.reply(checked(reply));
		case 'update':
			return conversation.update(checked(reply).components);
		case 'modal':
			return conversation.showModal(reply.modal);
	}
}

async function answerLater(
	conversation: Conversation,
	deferral: 'private' | 'public' | 'update',
	reply: Reply,
): Promise<void> {
	if (reply.kind === 'modal') throw new TypeError('A modal cannot follow a deferral');
	const { components } = checked(reply);
	if (reply.kind === 'update') {
		if (deferral !== 'update') throw new TypeError('An update cannot follow a deferred message');
		return conversation.editOriginal(components);
	}
	if (deferral === 'update') return conversation.followUp(reply);
	if (deferral === 'public' && reply.visibility === 'private') {
		// The visibility of a deferred answer is final, and a private one must not be shown to all.
		await conversation.deleteOriginal();
		return conversation.followUp(reply);
	}
	return conversation.editOriginal(components);
}

function checked<R extends Exclude<Reply, { kind: 'modal' }>>(reply: R): R {
	const problems = checkTotals(reply.components);
	if (problems.length > 0) throw new RangeError(`Discord would refuse this reply: ${problems.join('; ')}`);
	return reply;
}
