import { Redis } from 'ioredis';
import { createNudgeWorker } from '../../src/nudges/delivery-worker.ts';
import { aContent } from './stage.ts';

// A process for tests to kill: it posts, which it tells its parent in a line, and never comes to note that it did.
const [socketPath = '', now = ''] = process.argv.slice(2);
const silent = { info() {}, warn() {}, error() {} };

await createNudgeWorker({
	redis: new Redis({ path: socketPath, maxRetriesPerRequest: null }),
	content: aContent,
	send(message) {
		process.stdout.write(`${JSON.stringify(message)}\n`);
		return new Promise(() => {});
	},
	clock: () => Number(now),
	sendRate: 1_000,
	log: silent,
	count() {},
	onUnauthorized() {},
	lockDurationMs: 500,
});
