import { Redis } from 'ioredis';
import { z } from 'zod';
import { loadContent } from '../../src/content.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createNudgeSender } from '../../src/discord/send-nudge.ts';
import { createNudgeWorker } from '../../src/nudges/delivery-worker.ts';
import { createLog } from '../../src/ops/log.ts';

// One of Gutsy's workers, as it ships.
const { socketPath, apiUrl, rate } = z
	.object({ socketPath: z.string(), apiUrl: z.string(), rate: z.number() })
	.parse(JSON.parse(process.argv[2] ?? ''));

const redis = new Redis({ path: socketPath, maxRetriesPerRequest: null });
const log = createLog({ level: 'warn', pretty: false });
const { nudges } = await loadContent('content');
process.send?.('ready');
process.once('message', async () => {
	const worker = await createNudgeWorker({
		redis,
		content: nudges,
		send: createNudgeSender(createRest(apiUrl, 'token', { failFast: true, log }), Date.now),
		clock: Date.now,
		sendRate: rate,
		log,
		count() {},
		onUnauthorized() {},
	});
	process.once('disconnect', async () => {
		await worker.close();
		redis.disconnect();
	});
});
