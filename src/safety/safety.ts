import type { LinearModel } from '../core/linear/linear-model.ts';
import { createJudge } from './judge.ts';
import type { SafetyReplies } from './load-replies.ts';
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

interface Dependencies {
	replies: SafetyReplies;
	/** Tells messages that call for care from those that only sound so. */
	model: LinearModel;
}

export function createSafety({ replies, model }: Dependencies): Safety {
	const judge = createJudge(model);
	return {
		check(text) {
			const judgement = judge(text);
			switch (judgement.kind) {
				case 'care':
					return { kind: 'care', reply: replies[judgement.tier] };
				case 'caution':
					return { kind: 'caution', reply: replies.borderline };
				case 'ordinary':
					return undefined;
			}
		},
	};
}
