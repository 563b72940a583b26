import type { Turns } from '../../src/app.ts';

export interface RecordedTurns extends Turns {
	/** What was asked and told, in order. */
	readonly noted: string[];
	/** From now on no direct message may go out. */
	halt(): void;
	/** The next turn is that of the one message that tries. */
	letOneTry(): void;
}

/** Turns that come at once and note what is done with them. */
export function someTurns(): RecordedTurns {
	const noted: string[] = [];
	let halted = false;
	let trial = false;
	return {
		noted,
		halt() {
			halted = true;
		},
		letOneTry() {
			trial = true;
		},
		async take(purpose) {
			noted.push(purpose);
			return halted && purpose === 'message' ? { kind: 'halted', forMs: 1 } : { kind: 'go', trial };
		},
		async arrived(turn) {
			if (turn.kind === 'go' && turn.trial) noted.push('arrived');
		},
		async tooFast() {
			noted.push('too fast');
		},
		refused({ status, scope }) {
			noted.push(`${status} ${scope}`);
		},
	};
}
