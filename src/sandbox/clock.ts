/** The local Discord's time: a base clock and an offset that tests and the page move. */
export interface SandboxClock {
	/** Epoch milliseconds; stamps messages and snowflakes. */
	now(): number;
	/** Milliseconds of life so far: real time and every move forward. It never runs backwards, so lifetimes and limits are measured on it. */
	elapsed(): number;
	advance(ms: number): void;
	set(epochMs: number): void;
	/** Runs `action` once `elapsed()` has grown by `ms`; the answer cancels it. */
	schedule(ms: number, action: () => void): () => void;
	onMove(listener: (now: number) => void): void;
	stop(): void;
}

interface Alarm {
	at: number;
	action: () => void;
}

export function createSandboxClock(base: () => number = Date.now): SandboxClock {
	let offset = 0;
	let movedForward = 0;
	let timer: NodeJS.Timeout | undefined;
	let armedFor = Number.POSITIVE_INFINITY;
	const alarms = new Set<Alarm>();
	const listeners: ((now: number) => void)[] = [];

	const elapsed = () => performance.now() + movedForward;

	function armFor(at: number): void {
		clearTimeout(timer);
		armedFor = at;
		if (!Number.isFinite(at)) return;
		timer = setTimeout(ring, Math.max(1, Math.ceil(at - elapsed())));
		timer.unref();
	}

	function ring(): void {
		const due = [...alarms].filter((alarm) => alarm.at <= elapsed()).sort((a, b) => a.at - b.at);
		for (const alarm of due) if (alarms.delete(alarm)) alarm.action();
		let next = Number.POSITIVE_INFINITY;
		for (const alarm of alarms) next = Math.min(next, alarm.at);
		armFor(next);
	}

	function moveBy(ms: number): void {
		offset += ms;
		if (ms > 0) movedForward += ms;
		for (const listener of listeners) listener(base() + offset);
		ring();
	}

	return {
		now: () => base() + offset,
		elapsed,
		advance: moveBy,
		set: (epochMs) => moveBy(epochMs - (base() + offset)),
		schedule(ms, action) {
			const alarm: Alarm = { at: elapsed() + ms, action };
			alarms.add(alarm);
			if (alarm.at < armedFor) armFor(alarm.at);
			return () => {
				alarms.delete(alarm);
			};
		},
		onMove: (listener) => {
			listeners.push(listener);
		},
		stop() {
			clearTimeout(timer);
			alarms.clear();
		},
	};
}
