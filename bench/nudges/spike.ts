import { z } from 'zod';
import { connectTo } from '../private-redis.ts';
import { openGutsyRoad } from './gutsy-road.ts';
import { measureCost } from './measure-cost.ts';
import type { SpikeResult } from './spike-result.ts';

// One minute of a big day: what is due is claimed and queued, then taken from the queue with or without delivering it.
const [what = '', socketPath = '', at = ''] = process.argv.slice(2);
const MINUTE_MS = 60_000;
const dueAt = z.coerce.number().parse(at);
const redis = connectTo(socketPath);
const road = await openGutsyRoad(redis, dueAt - MINUTE_MS);

let due = 0;
const claiming = await measureCost(redis, async () => {
	due = await road.tickAt(dueAt);
});
const draining = await measureCost(redis, () => (what === 'deliver' ? road.deliver(due) : road.drain(due)));
await road.close();
redis.disconnect();
const result: SpikeResult = { due, claiming, draining, peakMiB: process.resourceUsage().maxRSS / 1_024 };
console.log(JSON.stringify(result));
