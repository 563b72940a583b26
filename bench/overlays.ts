import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { loadEntries } from '../src/faq/load-entries.ts';
import type { StoredState } from '../src/moderation/stored-state.ts';
import type { Figure } from './figure.ts';
import { guildOf, overlayMaker, storeOverlays } from './generated-overlays.ts';
import { measureLarge } from './large-overlay.ts';
import { openOverlays, ROOT } from './open-overlays.ts';
import { openPrivateRedis } from './private-redis.ts';
import { quantile } from './quantile.ts';

const SERVERS = 10_000;
const SAVES = 300;
const WARM_UP = 20;
const QUESTION = 'is kimchi good for my skin?';

/** Ten thousand servers with ten entries of their own each: what they take of memory, and how soon a change is answered elsewhere. */
export async function benchOverlays(): Promise<Figure[]> {
	const { socketPath, client, close } = await openPrivateRedis();
	try {
		const overlayOf = overlayMaker(loadEntries(join(ROOT, 'content/faq')));
		await storeOverlays(client, SERVERS, overlayOf);
		return [
			...(await measureMemory(socketPath)),
			...(await measureNews(socketPath, overlayOf)),
			...(await measureLarge(ROOT)),
		];
	} finally {
		await close();
	}
}

async function measureMemory(socketPath: string): Promise<Figure[]> {
	const { faq, close } = await openOverlays({ socketPath, most: SERVERS });
	await faq.answer({ guildId: undefined, question: QUESTION });
	const before = memoryInUse();
	const first = await timeAnswers(faq, 0, SERVERS);
	const after = memoryInUse();
	// The words of these are in memory; what finds them has made room for servers that were asked later.
	const again = await timeAnswers(faq, 0, 200);
	const shipped = await timeAnswers(faq, undefined, 200);
	await close();
	const held = after.held - before.held;
	return [
		{ metric: `memory of ${SERVERS} servers`, value: held / 2 ** 20, unit: 'MiB', goal: { most: 200 } },
		{ metric: 'memory a server', value: held / 1_024 / SERVERS, unit: 'KiB' },
		{
			metric: 'resident, with what is free again',
			value: (after.resident - before.resident) / 2 ** 20,
			unit: 'MiB',
		},
		...times('first answer in a server', first),
		...times('answer in a server not asked lately', again),
		...times('answer outside servers', shipped),
	];
}

type Asked = Pick<Awaited<ReturnType<typeof openOverlays>>['faq'], 'answer'>;

async function timeAnswers(faq: Asked, from: number | undefined, count: number): Promise<number[]> {
	const taken: number[] = [];
	for (let index = 0; index < count; index++) {
		const before = performance.now();
		await faq.answer({ guildId: from === undefined ? undefined : guildOf(from + index), question: QUESTION });
		taken.push(performance.now() - before);
	}
	return taken;
}

/** Bytes after everything that nobody needs is gone. */
function memoryInUse(): { held: number; resident: number } {
	setFlagsFromString('--expose-gc');
	const collect = z.function().parse(runInNewContext('gc'));
	for (let round = 0; round < 3; round++) collect();
	const { heapUsed, external, rss } = process.memoryUsage();
	return { held: heapUsed + external, resident: rss };
}

/** Saves in this process, and times each until another one answers with it. */
async function measureNews(
	socketPath: string,
	overlayOf: (server: number) => ReadonlyMap<string, StoredState>,
): Promise<Figure[]> {
	const { overlay, feed, close } = await openOverlays({ socketPath });
	const other = fork(join(ROOT, 'bench/answering-process.ts'), [socketPath], {
		execArgv: ['--import', 'tsx'],
	});
	try {
		await once(other, 'message');
		const taken: number[] = [];
		for (let save = 0; save < WARM_UP + SAVES; save++) {
			const [entry, state] = [...overlayOf(save)].at(-1) ?? [];
			if (entry === undefined || state?.texts === undefined) throw new Error('A server has no own entry');
			const guildId = guildOf(save);
			const { title: question } = state.texts;
			const answer = `Saved as number ${save}.`;
			await askOther(other, { guildId, question });
			const answered = askOther(other, { guildId, question, answer });
			const before = process.hrtime.bigint();
			const outcome = await overlay.commit(guildId, {
				id: `bench-${save}`,
				items: [
					{ entry, basedOn: state.version, state: { texts: { ...state.texts, answer } }, kind: 'edit' },
				],
				by: state.by,
				at: state.at,
			});
			if (outcome.kind !== 'saved') throw new Error(`A change was not saved but ${outcome.kind}`);
			await feed.announce(guildId);
			const after = await answered;
			if (save >= WARM_UP) taken.push(Number(after - before) / 1e6);
		}
		return [
			{ metric: 'save to answer elsewhere, median', value: quantile(taken, 0.5), unit: 'ms' },
			{
				metric: 'save to answer elsewhere, p99',
				value: quantile(taken, 0.99),
				unit: 'ms',
				goal: { most: 1_000 },
			},
		];
	} finally {
		other.disconnect();
		await once(other, 'exit');
		await close();
	}
}

/** Resolves with the moment at which the other process had the answer, by the machine's clock in nanoseconds. */
async function askOther(
	other: ChildProcess,
	asking: { guildId: string; question: string; answer?: string },
): Promise<bigint> {
	const told = once(other, 'message');
	other.send(asking);
	const [moment] = await told;
	return BigInt(z.string().parse(moment));
}

function times(metric: string, taken: readonly number[]): Figure[] {
	return [
		{ metric: `${metric}, median`, value: quantile(taken, 0.5), unit: 'ms' },
		{ metric: `${metric}, p99`, value: quantile(taken, 0.99), unit: 'ms' },
	];
}
