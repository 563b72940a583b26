import { composeNudge } from './compose.ts';
import type { SendNudge, SendOutcome } from './delivery.ts';
import type { Delivery, DeliveryLedger, Due, NotDue } from './delivery-ledger.ts';
import type { CountNudges } from './events.ts';
import type { NudgeContent } from './nudge-content.ts';

/**
 * How a delivery ended:
 * - `sent`: Discord has it
 * - `settled`: nothing is left to do
 * - `again`: it is to be tried after `delayMs`; `failed` when its fate is unknown
 * - `unauthorized`: nothing can be sent any more
 */
export type Delivered =
	| { readonly kind: 'sent' | 'settled' | 'unauthorized' }
	| { readonly kind: 'again'; readonly delayMs: number; readonly failed: boolean };

export interface DeliverOptions {
	readonly ledger: DeliveryLedger;
	readonly content: NudgeContent;
	readonly send: SendNudge;
	readonly count: CountNudges;
	/** Pauses before each further try of a message whose fate is unknown, in all less than the nonce window. */
	readonly retryDelaysMs: readonly number[];
	/** Hears why a send failed. */
	readonly onFailure: (error: unknown) => void;
	/** Hears Discord's code for a message that we wrote wrongly. */
	readonly onRejected: (code: number) => void;
}

/** Sends one member's nudges of one minute. Rejects only when Redis does. */
export type Deliver = (delivery: Delivery, tries: number) => Promise<Delivered>;

export function createDeliver(options: DeliverOptions): Deliver {
	const { ledger, content, send, count, retryDelaysMs, onFailure, onRejected } = options;

	return async (delivery, tries) => {
		const due = await ledger.begin(delivery);
		if (typeof due === 'string') {
			countNotDue(count, due);
			return { kind: 'settled' };
		}
		const message = composeNudge(content, delivery, due);
		const outcome = await send(message).catch((error: unknown) => {
			onFailure(error);
			return undefined;
		});
		return outcome === undefined ? unknownFate(delivery, due, tries) : note(delivery, due, outcome);
	};

	async function note(delivery: Delivery, due: Due, outcome: SendOutcome): Promise<Delivered> {
		switch (outcome.kind) {
			case 'sent':
				await ledger.end(delivery, due, { kind: 'sent' });
				count('sent', 1);
				return { kind: 'sent' };
			case 'refused':
				await ledger.end(delivery, due, { kind: 'refused', code: outcome.code });
				count('refused', 1);
				return { kind: 'settled' };
			case 'rejected':
				await ledger.end(delivery, due, { kind: 'rejected' });
				count('rejected', 1);
				onRejected(outcome.code);
				return { kind: 'settled' };
			case 'paused':
				await release(delivery, due);
				count('paused', 1);
				return { kind: 'again', delayMs: outcome.retryAfterMs, failed: false };
			case 'unauthorized':
				await release(delivery, due);
				return { kind: 'unauthorized' };
		}
	}

	// When a former try may have sent it, the intent stays, and with it the limit to further tries.
	async function release(delivery: Delivery, due: Due): Promise<void> {
		if (due.firstTry) await ledger.end(delivery, due, { kind: 'released' });
	}

	async function unknownFate(delivery: Delivery, due: Due, tries: number): Promise<Delivered> {
		const delayMs = retryDelaysMs[tries];
		if (delayMs !== undefined) {
			count('retried', 1);
			return { kind: 'again', delayMs, failed: true };
		}
		await ledger.end(delivery, due, { kind: 'uncertain' });
		count('uncertain', 1);
		return { kind: 'settled' };
	}
}

/** Counts those outcomes of `peek` and `begin` that somebody should know of. */
export function countNotDue(count: CountNudges, reason: NotDue): void {
	if (reason === 'uncertain' || reason === 'corrupt') count(reason, 1);
	if (reason === 'late' || reason === 'quiet') count('late', 1);
}
