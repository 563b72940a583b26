import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export interface SenderSetting {
	socketPath: string;
	apiUrl: string;
	/** Nudges a second. */
	rate: number;
}

/** Starts so many worker processes, which begin at once when all are ready; returns what ends them. */
export async function startSenders(count: number, setting: SenderSetting): Promise<() => Promise<void>> {
	const children = Array.from({ length: count }, () =>
		fork('bench/rate/sender.ts', [JSON.stringify(setting)], { execArgv: ['--import', 'tsx'] }),
	);
	await Promise.all(children.map((child) => once(child, 'message')));
	for (const child of children) child.send('go');
	return async () => {
		await Promise.all(children.map(end));
	};
}

async function end(child: ChildProcess): Promise<void> {
	const exited = once(child, 'exit');
	child.disconnect();
	await exited;
}
