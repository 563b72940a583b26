import { setTimeout as delay } from 'node:timers/promises';
import type { RedisEnd } from './facts.ts';
import type { Gate } from './gate.ts';
import type { DiscordProcess } from './local-discord.ts';
import type { Members } from './members.ts';
import type { NudgeProcesses } from './nudge-processes.ts';
import type { PrivateRedis } from './private-redis.ts';
import type { ChaosEvent } from './schedule.ts';

export interface PerformerOptions {
	readonly server: PrivateRedis;
	readonly discord: DiscordProcess;
	readonly nudges: NudgeProcesses;
	readonly members: Members;
	readonly gate: Gate;
	readonly redisEnds: RedisEnd[];
	readonly clock: () => number;
	/**
	 * When the clock of the run leapt last, by `performance.now`. A cut that reached back over that would take what has
	 * been there for hours, which none does: Discord would know none of its nonces any more.
	 */
	readonly leaptAt: () => number;
}

/** Makes the events happen. */
export interface Performer {
	/** Performs each event when as many messages have arrived. */
	follow(schedule: Iterator<ChaosEvent, never>): void;
	/** Kills every ticker at that time, whatever it is doing. */
	killTickers(afterMs: number): void;
	/** How often each kind of event happened. */
	readonly happened: ReadonlyMap<string, number>;
	/** Changes that members had been told of and that a power cut undid. */
	lostByCuts(): number;
	/** Resolves when all that began is over; nothing begins any more. */
	finish(): Promise<void>;
}

/** The last of the append-only file that a power cut takes. */
const LOST_MS = 1_500;
/** One in so many messages is answered. */
const ANSWERED = 7;

export function createPerformer(options: PerformerOptions): Performer {
	const { server, discord, nudges, members, gate, redisEnds, clock, leaptAt } = options;
	const happened = new Map<string, number>();
	const running = new Set<Promise<void>>();
	const failures: unknown[] = [];
	let arrived = 0;
	let lostByCuts = 0;
	let over = false;

	function begin(kind: string, action: () => Promise<void>, times = 1): void {
		if (over) return;
		happened.set(kind, (happened.get(kind) ?? 0) + times);
		const run: Promise<void> = action()
			.catch((error: unknown) => void failures.push(error))
			.finally(() => running.delete(run));
		running.add(run);
	}

	async function perform(event: ChaosEvent): Promise<void> {
		switch (event.kind) {
			case 'kill-worker':
				return nudges.kill('worker', event.which);
			case 'kill-ticker':
				return nudges.kill('ticker', event.which);
			case 'four-tickers':
				return nudges.fourTickers();
			case 'storm':
				return discord.storm(event);
			case 'members':
				await Promise.all(event.picks.map(changeMind));
				return;
			case 'kill-redis':
				return gate.pass(async () => {
					redisEnds.push({ kind: 'killed', at: clock() });
					await server.kill();
					await nudges.look();
				});
			case 'cut-power':
				return gate.pass(cutPower);
		}
	}

	async function cutPower(): Promise<void> {
		redisEnds.push({ kind: 'cut', at: clock() });
		lostByCuts += await members.renewSince(
			await server.cutPower(Math.max(leaptAt(), performance.now() - LOST_MS)),
		);
		// As they would within 15 seconds, which the clock of a run may not wait for.
		await nudges.look();
	}

	async function changeMind(pick: Parameters<Members['change']>[0]): Promise<void> {
		const person = discord.people[Math.floor(pick.who * discord.people.length)];
		if (pick.what === 'close-dms' && person) {
			members.closedDms(person.id);
			await discord.closeDms(person.id);
		} else await members.change(pick);
	}

	return {
		happened,
		lostByCuts: () => lostByCuts,
		follow(schedule) {
			let next = schedule.next().value;
			discord.onMessage((message) => {
				arrived += 1;
				if (arrived % ANSWERED === 0 && !over) void members.answer(message);
				while (next.after <= arrived) {
					const event = next;
					begin(event.kind, () => perform(event));
					next = schedule.next().value;
				}
			});
		},
		killTickers(afterMs) {
			begin(
				'kill-ticker',
				async () => {
					await delay(afterMs);
					await Promise.all([nudges.kill('ticker', 0), nudges.kill('ticker', 0)]);
				},
				2,
			);
		},
		async finish() {
			over = true;
			while (running.size > 0) await Promise.all(running);
			if (failures.length > 0)
				throw new Error('An event could not be made to happen', { cause: failures[0] });
		},
	};
}
