import { checkTotals } from './check-totals.ts';
import { text } from './components.ts';
import type { Conversation } from './conversation.ts';
import type { Expiries } from './expiry.ts';
import { type FollowUp, type MessageReply, privately, type Reply } from './reply.ts';

/** How an interaction is acknowledged when its answer is not ready in time. */
export type Deferral = 'private' | 'public' | 'update' | 'modal';

interface Response {
	conversation: Conversation;
	run(): Promise<Reply>;
	/** Puts what went wrong into words, and into the log. */
	explain(error: unknown): MessageReply;
	/** Whether Discord takes no more answers to this interaction: then nothing more is tried. */
	isOver(error: unknown): boolean;
	deferral: Deferral;
	/** Milliseconds, well under Discord's three seconds. */
	deferAfter: number;
	expiries: Pick<Expiries, 'watch'>;
}

/**
 * Answers an interaction exactly once, acknowledging it first when the answer takes long. When the answer itself cannot be sent, an
 * apology takes its place, on the same way.
 *
 * @throws what Discord said last, when not even that arrived or nothing more is taken.
 */
export async function respond(response: Response): Promise<void> {
	const { conversation, run, explain, isOver, deferral, deferAfter } = response;
	let acknowledged: Promise<void> | undefined;
	const timer = setTimeout(() => {
		acknowledged = acknowledge(conversation, deferral);
		// Awaited below; a failure before that must not count as unhandled.
		acknowledged.catch(() => undefined);
	}, deferAfter);
	// A synchronous throw counts as a failure of the run like any other.
	const reply = await Promise.resolve().then(run).catch(explain);
	clearTimeout(timer);
	await acknowledged;
	const send = (what: Reply) =>
		acknowledged === undefined ? answerFirst(conversation, what) : answerLater(conversation, deferral, what);
	try {
		await send(reply);
	} catch (error) {
		if (isOver(error)) throw error;
		await send(explain(error));
		return;
	}
	if (reply.kind === 'modal') return;
	const { expiry, followedBy } = reply;
	if (expiry)
		response.expiries.watch(reply.components, expiry.afterMs, () =>
			conversation.editOriginal({ components: expiry.components }),
		);
	if (followedBy) await follow(response, followedBy);
}

async function follow({ conversation, explain, isOver }: Response, message: FollowUp): Promise<void> {
	try {
		await conversation.followUp(checked(message));
	} catch (error) {
		if (isOver(error)) throw error;
		await conversation.followUp(explain(error));
	}
}

function acknowledge(conversation: Conversation, deferral: Deferral): Promise<void> {
	switch (deferral) {
		case 'private':
		case 'public':
			return conversation.defer(deferral);
		case 'update':
			return conversation.deferUpdate();
		case 'modal':
			// A form must be the first answer, so there is no way to ask for patience.
			return conversation.reply(privately(text(TOO_LATE)));
	}
}

const TOO_LATE = 'That took too long to open. Please try again in a moment.';

async function answerFirst(conversation: Conversation, reply: Reply): Promise<void> {
	switch (reply.kind) {
		case 'message':
			return conversation.reply(checked(reply));
		case 'update':
			return conversation.update(checked(reply));
		case 'modal':
			return conversation.showModal(reply.modal);
	}
}

async function answerLater(conversation: Conversation, deferral: Deferral, reply: Reply): Promise<void> {
	if (reply.kind === 'modal') {
		// The member has been told; a form for somebody else's patience is no answer.
		if (deferral === 'modal') return;
		throw new TypeError('A modal cannot follow a deferral');
	}
	const { components, files } = checked(reply);
	if (reply.kind === 'update') {
		if (deferral !== 'update') throw new TypeError('An update cannot follow a deferred message');
		return conversation.editOriginal(reply);
	}
	if (deferral === 'update') return conversation.followUp(reply);
	if (deferral === 'public' && reply.visibility === 'private') {
		// The visibility of a deferred answer is final, and a private one must not be shown to all.
		await conversation.deleteOriginal();
		return conversation.followUp(reply);
	}
	return conversation.editOriginal({ components, ...(files && { files }) });
}

function checked<R extends Pick<MessageReply, 'components'>>(reply: R): R {
	const problems = checkTotals(reply.components);
	if (problems.length > 0) throw new RangeError(`Discord would refuse this reply: ${problems.join('; ')}`);
	return reply;
}
