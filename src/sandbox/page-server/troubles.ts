import type { PlannedFault } from '../faults.ts';
import type { LocalDiscord } from '../local-discord.ts';
import type { Outside } from './page-options.ts';
import type { PlayedFault } from './protocol/from-page.ts';
import type { Troubles } from './protocol/scene.ts';

/** The faults that the page has switched on. They are the local Discord's, so every open page shows the same. */
export interface FaultSwitches {
	now(): Troubles;
	play(fault: PlayedFault): Promise<void>;
}

export function createFaultSwitches(
	{ faults, world }: Pick<LocalDiscord, 'faults' | 'world'>,
	store: Outside['store'],
	onChange: (now: Troubles) => void,
): FaultSwitches {
	let requests: Troubles['requests'] = 'ordinary';
	let planned: PlannedFault | undefined;
	let storeState: 'running' | 'stopped' = 'running';
	let storeMove: Promise<void> = Promise.resolve();

	function answerAllWith(answer: Troubles['requests']): void {
		planned?.lift();
		requests = answer;
		if (answer === 'ordinary') return;
		planned = faults.onRoute(() => true, {
			times: Number.POSITIVE_INFINITY,
			answer: answer === '429' ? { kind: '429', scope: 'user' } : { kind: 'status', status: 500 },
		});
	}

	async function moveStore(running: boolean): Promise<void> {
		if (!store) throw new Error('The store of this bot cannot be stopped from here');
		const wanted = running ? 'running' : 'stopped';
		if (storeState === wanted) return;
		await (running ? store.start() : store.stop());
		storeState = wanted;
	}

	const now = (): Troubles => ({
		closedDms: world.users().flatMap(({ id, dms }) => (dms === 'open' ? [] : [id])),
		requests,
		...(store && { store: storeState }),
	});

	async function play(fault: PlayedFault): Promise<void> {
		switch (fault.kind) {
			case 'dms':
				return fault.open ? faults.openDms(fault.userId) : faults.closeDms(fault.userId);
			case 'gateway':
				return faults.dropGateway();
			case 'requests':
				return answerAllWith(fault.answer);
			case 'store':
				// One after the other: a second click while it stops must not start two.
				storeMove = storeMove.catch(() => {}).then(() => moveStore(fault.running));
				return storeMove;
		}
	}

	return {
		now,
		async play(fault) {
			await play(fault);
			onChange(now());
		},
	};
}
