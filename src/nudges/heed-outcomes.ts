import type { AnswerTally } from './answer-tally.ts';
import type { Breaker } from './breaker.ts';
import type { SendNudge, SendOutcome } from './delivery.ts';
import { isPost } from './member-record.ts';
import type { Slots } from './slots.ts';

export interface HeedOptions {
	readonly send: SendNudge;
	readonly tally: AnswerTally;
	readonly slots: Pick<Slots, 'slowDown'>;
	readonly breaker: Pick<Breaker, 'trip'>;
	/** Hears that Discord refused a channel's post: Gutsy may have been removed from its server. */
	readonly onPostRefused: () => void;
	/** Hears when the other processes could not be told. */
	readonly onFailure: (error: unknown) => void;
}

/** Sends, and tells all processes what concerns them. */
export function heedOutcomes(options: HeedOptions): SendNudge {
	const { send, tally, slots, breaker, onPostRefused, onFailure } = options;

	function heed(outcome: SendOutcome): void {
		if (outcome.kind === 'sent' || outcome.kind === 'refused') tally.add(outcome.kind);
		if (outcome.kind !== 'paused') return;
		// Nobody waits for these: they are in line before whatever this process asks of Redis next.
		if (outcome.concerns === 'bot') slots.slowDown(outcome.retryAfterMs).catch(onFailure);
		if (outcome.concerns === 'direct-messages') breaker.trip().catch(onFailure);
	}
	return async (message) => {
		const outcome = await send(message);
		heed(outcome);
		if (outcome.kind === 'refused' && isPost(message)) onPostRefused();
		return outcome;
	};
}
