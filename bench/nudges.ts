import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import type { Figure } from './figure.ts';
import { emptyTick } from './nudges/empty-tick.ts';
import { race } from './nudges/race.ts';
import { scale } from './nudges/scale.ts';

const DEFAULT_MEMBERS = 1_000_000;

/** Nudges beside one BullMQ job scheduler for each subscription, and alone with a million members. */
export async function benchNudges({
	members = DEFAULT_MEMBERS,
}: {
	members?: number | undefined;
}): Promise<Figure[]> {
	execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'bench/tsconfig.json'], {
		stdio: 'inherit',
	});
	const figures = [...(await race()), ...(await emptyTick()), ...(await scale(members))];
	return [...figures, { metric: 'load of the machine', value: loadavg()[0] ?? 0, unit: '' }];
}
