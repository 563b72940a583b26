/** What is worth counting. Amounts only: no member, topic or answer. */
export type NudgeEvent =
	| 'enqueued'
	| 'sent'
	| 'refused'
	/** Not taken by Discord as it was written. */
	| 'rejected'
	| 'retried'
	| 'paused'
	/** The breaker of all direct messages opened. */
	| 'halted'
	/** Too old to be sent. */
	| 'late'
	/** Maybe sent, never sent again. */
	| 'uncertain'
	/** A stored record that cannot be read. */
	| 'corrupt';

export type CountNudges = (event: NudgeEvent, amount: number) => void;

/** Where the feature's few lines go. */
export interface NudgeLog {
	info(fields: Readonly<Record<string, unknown>>, message: string): void;
	warn(fields: Readonly<Record<string, unknown>>, message: string): void;
	error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
