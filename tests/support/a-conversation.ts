import type { Conversation } from '../../src/discord/conversation.ts';

export interface RecordedConversation extends Conversation {
	/** The answers given so far: the name of each and what it carried. */
	said: [keyof Conversation, ...unknown[]][];
	/** Resolves once an answer of this kind has been given. */
	once(kind: keyof Conversation): Promise<void>;
}

/** A conversation that notes what is said in it; `failing` names answers that Discord refuses, and how. */
export function aConversation(
	failing: Partial<Record<keyof Conversation, Error>> = {},
): RecordedConversation {
	const said: RecordedConversation['said'] = [];
	const waiting = new Map<keyof Conversation, () => void>();
	function record(kind: keyof Conversation) {
		return async (...carried: unknown[]) => {
			said.push([kind, ...carried]);
			waiting.get(kind)?.();
			const failure = failing[kind];
			if (failure) throw failure;
		};
	}
	const once = (kind: keyof Conversation) =>
		said.some(([given]) => given === kind)
			? Promise.resolve()
			: new Promise<void>((resolve) => {
					waiting.set(kind, resolve);
				});
	return {
		said,
		once,
		reply: record('reply'),
		update: record('update'),
		showModal: record('showModal'),
		suggest: record('suggest'),
		defer: record('defer'),
		deferUpdate: record('deferUpdate'),
		editOriginal: record('editOriginal'),
		deleteOriginal: record('deleteOriginal'),
		followUp: record('followUp'),
	};
}
