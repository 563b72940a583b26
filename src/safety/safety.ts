import type { SafetyReplies } from './load-replies.ts';
import { checkRedFlags } from './red-flags.ts';
import type { SafetyReply } from './reply.ts';

/** Care before coaching: every free text passes here before anything else reads it. */
export type Safety = {
	/** The reply to give instead of an answer. Works from memory alone, so it needs no store. */
	check(text: string): SafetyReply | undefined;
};

export function createSafety({ replies }: { replies: SafetyReplies }): Safety {
	return {
		check(text) {
			const flag = checkRedFlags(text);
			return flag && replies[flag.tier];
		},
	};
}
