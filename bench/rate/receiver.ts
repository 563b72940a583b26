import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

// What stands in for Discord at the other end: it notes when each message arrives and answers 30 ms later. It runs in
// a process of its own, so that neither side waits for the other.
const ANSWERS_AFTER_MS = 30;

const order = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('begin'), jitterMs: z.number() }),
	z.object({ kind: z.literal('arrivals') }),
]);

let arrivals: number[] = [];
let jitterMs = 0;

const server = createServer((request, response) => {
	request.resume();
	request.on('end', async () => {
		// The way of a request through the network, exponentially distributed.
		if (jitterMs > 0) await delay(-jitterMs * Math.log(1 - Math.random()));
		arrivals.push(performance.now());
		await delay(ANSWERS_AFTER_MS);
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ id: String(arrivals.length) }));
	});
});

process.on('message', (message) => {
	const asked = order.parse(message);
	if (asked.kind === 'begin') {
		arrivals = [];
		jitterMs = asked.jitterMs;
	}
	process.send?.({ kind: asked.kind, arrivals });
});
process.on('disconnect', () => process.exit());

server.listen(0, '127.0.0.1', () => {
	process.send?.({ kind: 'listening', port: (server.address() as AddressInfo).port });
});
