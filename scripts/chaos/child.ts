import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod';

/** A process of ours that talks in messages. It ends when we do. */
export interface Child<To, From> {
	tell(message: To): void;
	on(listener: (message: From) => void): void;
	/** The next message of that kind. Never comes when the process ends before. */
	next<Kind extends From extends { kind: infer Any } ? Any : never>(
		kind: Kind,
	): Promise<Extract<From, { kind: Kind }>>;
	/** Resolves when it has ended. */
	readonly gone: Promise<unknown>;
	/** `kill -9`; resolves when it is gone. */
	kill(): Promise<void>;
	/** Called when it ends without being killed. */
	onUnexpectedEnd(listener: (how: string) => void): void;
}

export function startChild<To extends { kind: string }, From extends { kind: string }>(
	script: string,
	schema: z.ZodType<From>,
): Child<To, From> {
	const process_: ChildProcess = fork(script, [], {
		execArgv: script.endsWith('.ts') ? ['--import', 'tsx'] : [],
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	const listeners = new Set<(message: From) => void>();
	const ends = new Set<(how: string) => void>();
	const gone = once(process_, 'exit');
	let killed = false;
	process_.on('message', (raw) => {
		const message = schema.parse(raw);
		for (const listener of [...listeners]) listener(message);
	});
	// A message to a process that has just been killed is lost as it would be on a network.
	process_.on('error', () => undefined);
	process_.once('exit', (code, signal) => {
		if (!killed) for (const listener of ends) listener(`exit ${code ?? signal}`);
	});

	return {
		gone,
		tell(message) {
			if (process_.connected) process_.send(message, () => undefined);
		},
		on: (listener) => void listeners.add(listener),
		next: (kind) =>
			new Promise((resolve) => {
				const listener = (message: From) => {
					if (message.kind !== kind) return;
					listeners.delete(listener);
					resolve(message as Extract<From, { kind: typeof kind }>);
				};
				listeners.add(listener);
			}),
		async kill() {
			killed = true;
			process_.kill('SIGKILL');
			await gone;
		},
		onUnexpectedEnd: (listener) => void ends.add(listener),
	};
}
