import { z } from 'zod';
import { loadContent } from '../../src/content.ts';
import { startGutsy } from '../../src/gutsy.ts';
import { createLog } from '../../src/ops/log.ts';

// A whole Gutsy in a process of its own, for tests that kill it. Its clock is ahead of the real one by a fixed amount.
const { token, apiUrl, socketPath, aheadMs } = z
	.object({ token: z.string(), apiUrl: z.string(), socketPath: z.string(), aheadMs: z.number() })
	.parse(JSON.parse(process.argv[2] ?? ''));

const gutsy = await startGutsy({
	token,
	apiUrl,
	redis: { kind: 'socket', path: socketPath },
	content: await loadContent('content'),
	roles: ['gateway', 'worker'],
	// So slow that a kill after the first message always leaves some unsent.
	sendRate: 20,
	shutdownSeconds: 2,
	clock: () => Date.now() + aheadMs,
	log: createLog({ level: 'error', pretty: false }),
	onFatal: (reason) => process.stderr.write(`${reason}\n`),
	takeOverAfter: 1_000,
});
process.once('SIGTERM', () => void gutsy.stop());
await gutsy.clockMoved();
