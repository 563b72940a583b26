import type { LocalDiscord } from './local-discord.ts';

/** A crash loses no more than this. */
const pauseMs = 1_000;

/** Saves soon after each change, so that a crash costs little, and once more at the end. */
export function keepSaved(
	{ on }: Pick<LocalDiscord, 'on'>,
	save: () => Promise<void>,
): { finish(): Promise<void> } {
	let timer: NodeJS.Timeout | undefined;
	let saving: Promise<void> = Promise.resolve();

	function saveNow(): Promise<void> {
		timer = undefined;
		saving = saving.catch(() => {}).then(save);
		return saving;
	}

	const unsubscribe = on(({ type }) => {
		if (type === 'request' || type === 'gateway' || type === 'typing' || type === 'interaction') return;
		// A disk that is full must not end the demo; the last save, in `finish`, tells of it.
		timer ??= setTimeout(() => void saveNow().catch(() => {}), pauseMs);
	});
	return {
		finish() {
			unsubscribe();
			clearTimeout(timer);
			return saveNow();
		},
	};
}
