import type { ServerChanges, Servers } from './servers.ts';

interface WatchOptions {
	readonly servers: Servers;
	/** Hears of looks that changed something. */
	readonly onChange: (changes: ServerChanges) => void;
	readonly onFailure: (error: unknown) => void;
	/** Milliseconds since some fixed moment, never set. */
	readonly monotonic: () => number;
	readonly everyMs?: number;
}

/** Looks at once and then every hour for servers that Gutsy was removed from or came back to. */
export interface ServerWatch {
	/** There is reason to believe that something changed: looks now, unless it did so a moment ago for the same reason. */
	suspect(): void;
	/** Ends after the look that is under way. */
	close(): Promise<void>;
}

const EVERY_MS = 3_600_000;
/** A hundred channels that were closed to Gutsy raise a suspicion each within one minute. */
const SUSPICIONS_APART_MS = 60_000;

export function watchServers({
	servers,
	onChange,
	onFailure,
	monotonic,
	everyMs = EVERY_MS,
}: WatchOptions): ServerWatch {
	let looking: Promise<void> = Promise.resolve();
	let suspectedAt = Number.NEGATIVE_INFINITY;

	async function look(): Promise<void> {
		try {
			const changes = await servers.look();
			if (changes.left + changes.cameBack + changes.erased > 0) onChange(changes);
		} catch (error) {
			onFailure(error);
		}
	}

	/** After the one that is under way, which may have asked before something changed. */
	function lookNext(): void {
		looking = looking.then(look);
	}

	const timer = setInterval(lookNext, everyMs);
	timer.unref();
	lookNext();
	return {
		suspect() {
			if (monotonic() - suspectedAt < SUSPICIONS_APART_MS) return;
			suspectedAt = monotonic();
			lookNext();
		},
		async close() {
			clearInterval(timer);
			await looking;
		},
	};
}
