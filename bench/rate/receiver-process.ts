import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

/** The receiver in a process of its own. */
export interface Receiver {
	readonly apiUrl: string;
	/** Forgets what came so far. Each message from now on takes an exponential time of this mean to arrive. */
	begin(jitterMs: number): Promise<void>;
	/** When messages arrived, in milliseconds since some fixed moment. */
	arrivals(): Promise<readonly number[]>;
	close(): Promise<void>;
}

const said = z.object({ port: z.number().optional(), arrivals: z.array(z.number()).optional() });

export async function startReceiver(): Promise<Receiver> {
	const child = fork('bench/rate/receiver.ts', { execArgv: ['--import', 'tsx'] });
	const answer = async () => {
		const [message] = await once(child, 'message');
		return said.parse(message);
	};
	const { port } = await answer();
	return {
		apiUrl: `http://127.0.0.1:${port}/api`,
		async begin(jitterMs) {
			child.send({ kind: 'begin', jitterMs });
			await answer();
		},
		async arrivals() {
			child.send({ kind: 'arrivals' });
			return (await answer()).arrivals ?? [];
		},
		async close() {
			const exited = once(child, 'exit');
			child.disconnect();
			await exited;
		},
	};
}
