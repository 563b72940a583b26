/** What Discord's answers were since they were last reported. */
export interface AnswerCounts {
	readonly sent: number;
	/** Messages that Discord will not deliver to their member. */
	readonly refused: number;
	/** Answers of 401, 403 and 429, of which 10,000 in ten minutes ban the address. */
	readonly invalid: number;
}

/** Counts in this process until a call that is made anyway can carry the counts along. */
export interface AnswerTally {
	add(kind: keyof AnswerCounts): void;
	/** What was counted, which counts no longer here. */
	drain(): AnswerCounts;
	/** Takes back what could not be reported. */
	restore(counts: AnswerCounts): void;
}

export function createAnswerTally(): AnswerTally {
	let counts: AnswerCounts = { sent: 0, refused: 0, invalid: 0 };
	return {
		add(kind) {
			counts = { ...counts, [kind]: counts[kind] + 1 };
		},
		drain() {
			const drained = counts;
			counts = { sent: 0, refused: 0, invalid: 0 };
			return drained;
		},
		restore({ sent, refused, invalid }) {
			counts = {
				sent: counts.sent + sent,
				refused: counts.refused + refused,
				invalid: counts.invalid + invalid,
			};
		},
	};
}

/** Whether Discord counts the answer towards a ban. A limit of a shared resource is nobody's fault. */
export function isInvalid({ status, scope }: { readonly status: number; readonly scope: string }): boolean {
	return status === 401 || status === 403 || (status === 429 && scope !== 'shared');
}
