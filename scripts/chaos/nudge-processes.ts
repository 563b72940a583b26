import { type Child, startChild } from './child.ts';
import { type FromNudges, fromNudges, type ToNudges } from './messages.ts';

export type Role = 'worker' | 'ticker';

/** The processes that find and send what is due: as many of each role as wanted, whatever befalls them. */
export interface NudgeProcesses {
	/** `kill -9` of one of them; another takes its place at once. `which` is from 0 to just below 1. */
	kill(role: Role, which: number): Promise<void>;
	/** Tells them the time and has the tickers look. Resolves when all that live know. */
	moveClock(aheadMs: number): Promise<void>;
	/** Has every ticker look. Resolves when all that live have, or at the latest after some seconds. */
	look(): Promise<void>;
	/** Has four tickers look at the same moment; those above the usual number are killed thereafter. */
	fourTickers(): Promise<void>;
	/** How many have been killed. */
	kills(): number;
	/** What they counted, by event. */
	readonly counts: ReadonlyMap<string, number>;
	/** What went wrong that nobody had planned. */
	readonly troubles: readonly string[];
	close(): Promise<void>;
}

export interface NudgeProcessesOptions {
	/** The script that each runs. */
	readonly script: string;
	readonly workers: number;
	readonly tickers: number;
	/** What each is told at its start. */
	readonly start: () => Omit<Extract<ToNudges, { kind: 'start' }>, 'kind' | 'role'>;
}

type NudgeChild = Child<ToNudges, FromNudges>;

const SPARES = 3;
const LOOK_WITHIN_MS = 3_000;

/** A process takes a second to start, so there are always some that are warm and have no role yet. */
export async function startNudgeProcesses(options: NudgeProcessesOptions): Promise<NudgeProcesses> {
	const spares: { readonly child: NudgeChild; readonly warm: Promise<unknown> }[] = [];
	const living: Record<Role, NudgeChild[]> = { worker: [], ticker: [] };
	const counts = new Map<string, number>();
	const troubles: string[] = [];
	let kills = 0;
	let closing = false;

	function addSpare(): void {
		if (closing) return;
		const child = startChild<ToNudges, FromNudges>(options.script, fromNudges);
		child.on((message) => {
			if (message.kind === 'count')
				counts.set(message.event, (counts.get(message.event) ?? 0) + message.amount);
			if (message.kind === 'trouble') troubles.push(message.text);
		});
		spares.push({ child, warm: child.next('warm') });
	}

	async function enter(role: Role): Promise<NudgeChild> {
		const spare = spares.shift();
		addSpare();
		if (spare === undefined) throw new Error('There is always a spare process');
		const { child, warm } = spare;
		await warm;
		child.onUnexpectedEnd((how) => {
			troubles.push(`A ${role} ended by itself: ${how}`);
			leave(role, child);
		});
		living[role].push(child);
		const started = child.next('started');
		child.tell({ kind: 'start', role, ...options.start() });
		// A process may be killed before it has come so far.
		await Promise.race([started, child.gone]);
		return child;
	}

	function leave(role: Role, child: NudgeChild): void {
		living[role] = living[role].filter((each) => each !== child);
	}

	async function end(role: Role, child: NudgeChild | undefined): Promise<void> {
		if (child === undefined) return;
		leave(role, child);
		kills += 1;
		await child.kill();
	}

	async function look(): Promise<void> {
		const looks = living.ticker.map(async (child) => {
			const looked = child.next('looked');
			child.tell({ kind: 'look' });
			await Promise.race([looked, child.gone]);
		});
		await Promise.race([Promise.all(looks), elapsed(LOOK_WITHIN_MS)]);
	}

	for (let count = 0; count < SPARES; count += 1) addSpare();
	await Promise.all([
		...Array.from({ length: options.workers }, () => enter('worker')),
		...Array.from({ length: options.tickers }, () => enter('ticker')),
	]);

	return {
		kills: () => kills,
		counts,
		troubles,
		async kill(role, which) {
			await end(role, living[role][Math.floor(which * living[role].length)]);
			await enter(role);
		},
		async moveClock(aheadMs) {
			const all = [...living.worker, ...living.ticker];
			const moved = all.map(async (child) => {
				const told = child.next('moved');
				child.tell({ kind: 'clock', aheadMs });
				await Promise.race([told, child.gone]);
			});
			await Promise.all(moved);
		},
		look,
		async fourTickers() {
			const more = Math.max(0, 4 - living.ticker.length);
			const extra = await Promise.all(Array.from({ length: more }, () => enter('ticker')));
			await look();
			await Promise.all(extra.map((child) => end('ticker', child)));
		},
		async close() {
			closing = true;
			const all = [...living.worker, ...living.ticker, ...spares.map(({ child }) => child)];
			await Promise.all(all.map((child) => child.kill()));
		},
	};
}

function elapsed(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
