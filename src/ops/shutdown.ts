import type { Log } from './log.ts';

/** Ends a process in order: what was started last is closed first. */
export interface Shutdown {
	/** Takes note of something to close. During a shutdown it is closed at once, so that nothing started late is left behind. */
	add(close: () => Promise<unknown>): Promise<void>;
	/** Closes everything. Asked again, it waits for the first time. */
	run(): Promise<void>;
}

export function createShutdown(log: Log): Shutdown {
	const closers: (() => Promise<unknown>)[] = [];
	let running: Promise<void> | undefined;

	async function closeAll(): Promise<void> {
		for (let close = closers.pop(); close; close = closers.pop()) await closeOne(close);
	}
	async function closeOne(close: () => Promise<unknown>): Promise<void> {
		try {
			await close();
		} catch (error) {
			log.error({ err: error }, 'Something could not be closed');
		}
	}
	return {
		async add(close) {
			if (running === undefined) closers.push(close);
			else await closeOne(close);
		},
		run() {
			running ??= closeAll();
			return running;
		},
	};
}
