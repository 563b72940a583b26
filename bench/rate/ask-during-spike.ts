import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Figure } from '../figure.ts';
import { quantile } from '../quantile.ts';
import { type Rival, startRival } from '../rival.ts';
import { servedAs } from '../served-as.ts';
import { fillBacklog } from './backlog.ts';
import type { Receiver } from './receiver-process.ts';
import type { Store } from './store.ts';

const WARM_UP = 500;
const DUE_A_MINUTE = 2_000;
const QUESTIONS = ['is kimchi good for my skin?', 'does stress affect my skin', 'can suger cause pimples'];

/**
 * How much longer `/ask` takes while 2,000 nudges a minute are due and go out. Gateway and worker are processes of their own, as they
 * ship, around one Redis; the nudges go to the receiver, so that the time of the local Discord is that of `/ask` alone.
 */
export async function askDuringSpike({
	store,
	receiver,
	forMs,
}: {
	store: Store;
	receiver: Receiver;
	forMs: number;
}): Promise<Figure[]> {
	await store.reset(0);
	await receiver.begin(0);
	execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
	const env = { NODE_ENV: 'production', LOG_LEVEL: 'error', REDIS_URL: `unix://${store.socketPath}` };
	const gateway = await startRival(servedAs(), { ...env, GUTSY_ROLES: 'gateway' });
	const worker = spawn(process.execPath, servedAs(), {
		env: {
			...process.env,
			...env,
			GUTSY_ROLES: 'worker',
			SEND_RATE: '48',
			DISCORD_API_URL: receiver.apiUrl,
			DISCORD_TOKEN: 'token',
		},
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	try {
		for (let turn = 0; turn < WARM_UP; turn += 1) await gateway.ask(question(turn));
		// Idle before and after, so that a machine that becomes busier or less so meanwhile counts for both.
		const idle = await askFor(gateway, forMs / 3);
		const due = Math.ceil((forMs / 60_000) * DUE_A_MINUTE);
		await fillBacklog(store.client, due);
		const during = await askFor(gateway, forMs / 2);
		const arrived = (await receiver.arrivals()).length;
		if (arrived === 0) throw new Error('No nudge went out during the spike');
		const patience = performance.now() + forMs;
		while ((await receiver.arrivals()).length < due && performance.now() < patience)
			await askFor(gateway, 1_000);
		idle.push(...(await askFor(gateway, forMs / 3)));
		return [
			{ metric: '/ask median, idle', value: quantile(idle, 0.5), unit: 'ms' },
			{ metric: '/ask median, during a spike', value: quantile(during, 0.5), unit: 'ms' },
			{ metric: '/ask p99, idle', value: quantile(idle, 0.99), unit: 'ms' },
			{ metric: '/ask p99, during a spike', value: quantile(during, 0.99), unit: 'ms' },
			{
				metric: '/ask p99 ratio',
				value: quantile(during, 0.99) / quantile(idle, 0.99),
				unit: '×',
				goal: { most: 1.5 },
			},
		];
	} finally {
		const exited = once(worker, 'exit');
		worker.kill('SIGTERM');
		await exited;
		await gateway.close();
	}
}

async function askFor(rival: Rival, ms: number): Promise<number[]> {
	const times: number[] = [];
	const until = performance.now() + ms;
	while (performance.now() < until) times.push(await rival.ask(question(times.length)));
	return times;
}

function question(turn: number): string {
	return QUESTIONS[turn % QUESTIONS.length] ?? '';
}
