import { setTimeout as delay } from 'node:timers/promises';
import { connectRedis } from '../../src/redis/connect.ts';
import { bundleScript } from './bundle.ts';
import type { RedisEnd, Wave } from './facts.ts';
import { createGate } from './gate.ts';
import { judgeDue } from './judge-due.ts';
import { judgeMessages } from './judge-messages.ts';
import { judgeRepeats } from './judge-repeats.ts';
import { startDiscordProcess } from './local-discord.ts';
import { createMembers } from './members.ts';
import { startNudgeProcesses } from './nudge-processes.ts';
import { createPerformer } from './perform.ts';
import { START, somebody, TOPICS_EACH } from './population.ts';
import { startPrivateRedis } from './private-redis.ts';
import { watchQueue } from './queue.ts';
import { createRandom } from './random.ts';
import { type ChaosReport, reportOf } from './report.ts';
import { scheduleOf, tickerDeaths } from './schedule.ts';
import { runWaves } from './waves.ts';

export interface ChaosOptions {
	/** The same seed makes the same members and the same events. */
	readonly seed: number;
	/** About how many nudges are to come due. */
	readonly deliveries: number;
	/** The program of the Redis server. */
	readonly binary: string;
	/** Nudges a second, over all workers. */
	readonly sendRate?: number;
	readonly onProgress?: (text: string) => void;
}

const DAY_MS = 86_400_000;
const WORKERS = 2;
const TICKERS = 2;
/** How long the jobs of a killed worker wait for another. Far shorter than in life, so that more happens. */
const TAKE_OVER_AFTER_MS = 3_000;
/** What a power cut takes away must not be the start itself. */
const BEFORE_IT_BEGINS_MS = 2_000;

/** Has members nudged for some days while everything is killed that can be, and counts what came of it. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
	const { seed, deliveries, binary, sendRate = 120, onProgress = () => {} } = options;
	const began = Date.now();
	const days = Math.min(5, Math.max(1, Math.round(deliveries / 1_000)));
	const population = Math.max(1, Math.round(deliveries / days / TOPICS_EACH));
	const endAt = START + days * DAY_MS;
	let aheadMs = START - Date.now();
	const clock = () => Date.now() + aheadMs;
	const closers: (() => Promise<unknown>)[] = [];
	try {
		const server = await startPrivateRedis(binary);
		closers.push(() => server.close());
		const redis = await connectRedis({ kind: 'socket', path: server.socketPath }, { onError() {} });
		closers.push(() => redis.close());
		const discord = await startDiscordProcess(population, aheadMs);
		closers.push(() => discord.close());
		const random = createRandom(seed);
		const members = createMembers(redis.commands, clock);
		await members.join(
			discord.people,
			discord.people.map(() => somebody(random)),
		);
		const { apiUrl, token } = discord;
		const nudges = await startNudgeProcesses({
			script: await bundleScript('nudge-process.ts', server.folder),
			workers: WORKERS,
			tickers: TICKERS,
			start: () => ({
				apiUrl,
				token,
				socketPath: server.socketPath,
				sendRate,
				takeOverAfter: TAKE_OVER_AFTER_MS,
				aheadMs,
			}),
		});
		closers.push(() => nudges.close());
		const queue = watchQueue(redis.blocking);
		closers.push(() => queue.close());
		await delay(BEFORE_IT_BEGINS_MS);

		const gate = createGate();
		const redisEnds: RedisEnd[] = [];
		let leaptAt = performance.now();
		const performer = createPerformer({
			server,
			discord,
			nudges,
			members,
			gate,
			redisEnds,
			clock,
			leaptAt: () => leaptAt,
		});
		const every = Math.min(50, Math.max(10, Math.round(deliveries / 14)));
		performer.follow(scheduleOf(seed, every));
		const waves: Wave[] = [];
		await runWaves({
			timelines: members.timelines,
			clock,
			endAt,
			gate,
			queue,
			nudges,
			tickerDies: tickerDeaths(seed),
			onTickerDeath: (afterMs) => performer.killTickers(afterMs),
			async moveTo(at) {
				aheadMs = at - Date.now();
				await discord.moveClock(aheadMs);
				await nudges.moveClock(aheadMs);
				leaptAt = performance.now();
			},
			onWave(wave) {
				waves.push(wave);
				onProgress(`${new Date(wave.at).toISOString()}  ${discord.messages.length} messages`);
			},
		});
		await performer.finish();
		const problems = await discord.problems();
		const { timelines } = members;
		const { messages, attempts } = discord;
		const uncertain = nudges.counts.get('uncertain') ?? 0;
		return reportOf({
			seed,
			seconds: (Date.now() - began) / 1_000,
			members: timelines.length,
			waves: waves.length,
			happened: performer.happened,
			kills: nudges.kills() + redisEnds.length,
			lostByCuts: performer.lostByCuts(),
			due: judgeDue({ timelines, messages, attempts, waves, endAt, uncertain }),
			sent: judgeMessages(timelines, messages, redisEnds),
			messages: messages.length,
			repeats: judgeRepeats(attempts, redisEnds),
			counts: nudges.counts,
			problems: [...problems, ...nudges.troubles],
		});
	} finally {
		for (const close of closers.toReversed()) await close();
	}
}
