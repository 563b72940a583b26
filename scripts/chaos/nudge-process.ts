import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createRest } from '../../src/discord/rest.ts';
import { createNudgeSender } from '../../src/discord/send-nudge.ts';
import { createNudgeWorker } from '../../src/nudges/delivery-worker.ts';
import type { NudgeLog } from '../../src/nudges/events.ts';
import { loadNudgeContent } from '../../src/nudges/load-nudge-content.ts';
import { createTicker, type Ticker } from '../../src/nudges/ticker.ts';
import { connectRedis } from '../../src/redis/connect.ts';
import { type FromNudges, type ToNudges, toNudges } from './messages.ts';

// A worker or a ticker, with the product's own code, in a process for killing. It warms up before it is told which.
type Start = Extract<ToNudges, { kind: 'start' }>;

let aheadMs = 0;
let ticker: Ticker | undefined;
const clock = () => Date.now() + aheadMs;
const tell = (message: FromNudges) => {
	if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
};
const trouble = (fields: Readonly<Record<string, unknown>>, message: string) => {
	const { err } = fields;
	tell({ kind: 'trouble', text: err instanceof Error ? `${message}: ${err.message}` : message });
};
const log: NudgeLog = { info() {}, warn() {}, error: trouble };
const count = (event: string, amount: number) => tell({ kind: 'count', event, amount });

async function start({ role, apiUrl, token, socketPath, sendRate, takeOverAfter }: Start): Promise<void> {
	const { blocking: redis } = await connectRedis(
		{ kind: 'socket', path: socketPath },
		{ onError() {}, readyWithinMs: 60_000 },
	);
	if (role === 'ticker') {
		ticker = await createTicker({ redis, clock, monotonic: () => performance.now(), log, count });
		await look(ticker.clockMoved);
		return;
	}
	await createNudgeWorker({
		redis,
		content: await content,
		send: createNudgeSender(createRest(apiUrl, token, { failFast: true }), clock),
		clock,
		sendRate,
		log,
		count,
		onUnauthorized: () => trouble({}, 'The token was refused'),
		lockDurationMs: takeOverAfter,
	});
}

async function look(tick: () => Promise<void>): Promise<void> {
	const ok = await tick().then(
		() => true,
		() => false,
	);
	tell({ kind: 'looked', ok });
}

async function obey(message: ToNudges): Promise<void> {
	switch (message.kind) {
		case 'start':
			aheadMs = message.aheadMs;
			await start(message);
			tell({ kind: 'started' });
			break;
		case 'clock':
			aheadMs = message.aheadMs;
			tell({ kind: 'moved' });
			if (ticker) await look(ticker.clockMoved);
			break;
		case 'look':
			if (ticker) await look(ticker.tickNow);
			break;
	}
}

process.on('message', (raw) => {
	obey(toNudges.parse(raw)).catch((error: unknown) => {
		process.stderr.write(`${String(error)}\n`);
		process.exit(1);
	});
});
process.once('disconnect', () => process.exit(0));
const faqIds = new Set(readdirSync('content/faq').map((file) => basename(file, '.md')));
const content = loadNudgeContent('content', faqIds);
await content;
tell({ kind: 'warm' });
