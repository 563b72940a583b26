import { type QueueOptions, Worker } from 'bullmq';

/** Jobs at a time, for every worker here. */
export const CONCURRENCY = 100;

/** Takes jobs, and does nothing but read what they hold, until `enough` deliveries came. */
export async function drainQueue(
	name: string,
	options: QueueOptions,
	deliveriesIn: (data: unknown) => number,
	enough: number,
): Promise<void> {
	let came = 0;
	const worker = new Worker(name, async ({ data }) => deliveriesIn(data), {
		...options,
		concurrency: CONCURRENCY,
	});
	await new Promise<void>((resolve, reject) => {
		worker.on('error', reject);
		worker.on('completed', (_job, deliveries: number) => {
			came += deliveries;
			if (came >= enough) resolve();
		});
	});
	await worker.close();
}
