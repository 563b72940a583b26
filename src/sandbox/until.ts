import type { Events } from './events.ts';

export type Until = <Found>(
	find: () => Found | undefined | false,
	options?: { timeoutMs?: number },
) => Promise<Found>;

/** Makes the wait of tests: it looks again at every event and says what was there when time (real time) runs out. */
export function createUntil(events: Events, describe: () => string): Until {
	return (find, { timeoutMs = 5000 } = {}) =>
		new Promise((resolve, reject) => {
			const finish = (settle: () => void) => {
				unsubscribe();
				clearTimeout(timer);
				settle();
			};
			const look = () => {
				try {
					const found = find();
					if (found !== undefined && found !== false) finish(() => resolve(found));
				} catch (error) {
					finish(() => reject(error));
				}
			};
			const unsubscribe = events.on(look);
			const timer = setTimeout(
				() => finish(() => reject(new Error(`Waited ${timeoutMs} ms in vain. ${describe()}`))),
				timeoutMs,
			);
			look();
		});
}
