import { fileURLToPath } from 'node:url';
import { startChild } from './child.ts';
import type { Attempt, StoredMessage } from './facts.ts';
import type { Person } from './members.ts';
import { type FromDiscord, fromDiscord, type ToDiscord } from './messages.ts';
import type { ChaosEvent } from './schedule.ts';

/** The local Discord in its own process. */
export interface DiscordProcess {
	readonly apiUrl: string;
	readonly token: string;
	readonly people: readonly Person[];
	/** All that it stored, as it came. */
	readonly messages: readonly StoredMessage[];
	readonly attempts: readonly Attempt[];
	onMessage(listener: (message: StoredMessage) => void): void;
	moveClock(aheadMs: number): Promise<void>;
	storm(event: Extract<ChaosEvent, { kind: 'storm' }>): void;
	closeDms(memberId: string): Promise<void>;
	/** What it found wrong with requests. */
	problems(): Promise<readonly string[]>;
	close(): Promise<void>;
}

const SCRIPT = fileURLToPath(new URL('discord-process.ts', import.meta.url));

export async function startDiscordProcess(members: number, aheadMs: number): Promise<DiscordProcess> {
	const child = startChild<ToDiscord, FromDiscord>(SCRIPT, fromDiscord);
	const messages: StoredMessage[] = [];
	const attempts: Attempt[] = [];
	const listeners: ((message: StoredMessage) => void)[] = [];
	child.on((told) => {
		if (told.kind !== 'facts') return;
		messages.push(...told.messages);
		attempts.push(...told.attempts);
		for (const message of told.messages) for (const listener of listeners) listener(message);
	});
	await child.next('warm');
	const started = child.next('started');
	child.tell({ kind: 'start', members, aheadMs });
	const { apiUrl, token, members: people } = await started;

	return {
		apiUrl,
		token,
		people,
		messages,
		attempts,
		onMessage: (listener) => void listeners.push(listener),
		async moveClock(ahead) {
			const moved = child.next('moved');
			child.tell({ kind: 'clock', aheadMs: ahead });
			await moved;
		},
		storm: ({ fault, times }) => child.tell({ kind: 'storm', fault, times }),
		async closeDms(memberId) {
			const closed = child.next('closed');
			child.tell({ kind: 'close-dms', memberId });
			await closed;
		},
		async problems() {
			const told = child.next('problems');
			child.tell({ kind: 'problems' });
			return (await told).problems;
		},
		close: () => child.kill(),
	};
}
