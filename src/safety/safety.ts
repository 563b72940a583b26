import type { SafetyReplies } from './load-replies.ts';
import { checkRedFlags } from './red-flags.ts';
import type { SafetyReply } from './reply.ts';

/** What a text calls for: `care` instead of an answer, or `caution` beside one. */
export interface SafetyVerdict {
	kind: 'care' | 'caution';
	reply: SafetyReply;
}

/** Care before coaching: every free text passes here before anything else reads it. */
export interface Safety {
	/** Works from memory alone, so it needs no store. Undefined for what is ordinary. */
	check(text: string): SafetyVerdict | undefined;
}

export function createSafety({ replies }: { replies: SafetyReplies }): Safety {
	return {
		check(text) {
			const flag = checkRedFlags(text);
			return flag && { kind: 'care', reply: replies[flag.tier] };
		},
	};
}
