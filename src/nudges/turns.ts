import { type AnswerTally, isInvalid } from './answer-tally.ts';
import type { Breaker } from './breaker.ts';
import type { Slots, Turn } from './slots.ts';

/**
 * Turns for requests that somebody waits for, among all that the bot sends. Answers to interactions need none. While
 * Redis is away requests go out without one.
 */
export interface Turns {
	/** Waits for the turn of a request; of a `message` when it opens a conversation or begins one. Rejects when the signal aborts. */
	take(purpose: 'message' | 'other', signal: AbortSignal): Promise<Turn>;
	/** Notes that what had this turn arrived. */
	arrived(turn: Turn): Promise<void>;
	/** Notes that Discord said that conversations are opened too fast: all direct messages are halted. */
	tooFast(): Promise<void>;
	/** Hears of an answer of 401, 403 or 429 to any request of this process. */
	refused(answer: RefusedAnswer): void;
}

export interface RefusedAnswer {
	readonly status: number;
	/** Whom a limit holds for. */
	readonly scope: string;
	/** Zero when the answer did not say. */
	readonly retryAfterMs: number;
}

export interface TurnsOptions {
	readonly slots: Pick<Slots, 'takeSoon' | 'slowDown'>;
	readonly breaker: Breaker;
	readonly tally: AnswerTally;
	/** Hears that Redis was not there to ask or tell. */
	readonly onFailure: (error: unknown) => void;
}

export function createTurns({ slots, breaker, tally, onFailure }: TurnsOptions): Turns {
	let reporting = false;
	let more = false;

	/** One report at a time takes along all that was counted since the last. */
	async function report(): Promise<void> {
		more = true;
		if (reporting) return;
		reporting = true;
		while (more) {
			more = false;
			await breaker.report().catch(onFailure);
		}
		reporting = false;
	}

	return {
		async take(purpose, signal) {
			try {
				return await slots.takeSoon(purpose, signal);
			} catch (error) {
				if (signal.aborted) throw error;
				onFailure(error);
				return { kind: 'go', trial: false };
			}
		},
		async arrived(turn) {
			if (turn.kind === 'go' && turn.trial) await breaker.close().catch(onFailure);
		},
		tooFast: () => breaker.trip().catch(onFailure),
		refused(answer) {
			if (answer.scope === 'global') slots.slowDown(answer.retryAfterMs).catch(onFailure);
			if (!isInvalid(answer)) return;
			tally.add('invalid');
			report().catch(onFailure);
		},
	};
}
