import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Catalogue, Nudge } from '../../src/nudges/catalogue.ts';
import type { NudgeMessage, SendOutcome } from '../../src/nudges/delivery.ts';
import type { NudgeEvent } from '../../src/nudges/events.ts';
import type { Topic } from '../../src/nudges/topic.ts';

export const aCatalogue: Catalogue = { sleep: some('sleep'), stress: some('stress'), diet: some('diet') };

function some(topic: Topic): Nudge[] {
	return Array.from({ length: 14 }, (_none, index) => ({
		id: `${topic}-${index}`,
		text: `Take step ${index} of ${topic}`,
		why: 'Small steps last',
		faq: 'sleep-and-skin',
	}));
}

/** A clock that stands still until it is moved. */
export function aClock(start: string) {
	let now = Date.parse(start);
	return {
		now: () => now,
		set(instant: string) {
			now = Date.parse(instant);
		},
		pass(ms: number) {
			now += ms;
		},
	};
}

/** Waits until the condition holds. Checks again whenever it hears of something. */
export function aWaitingRoom() {
	const waiting = new Set<() => void>();
	return {
		/** Something happened: everybody looks again. */
		stir() {
			for (const look of waiting) look();
		},
		until(condition: () => boolean): Promise<void> {
			return new Promise((resolve) => {
				const look = () => {
					if (!condition()) return;
					waiting.delete(look);
					resolve();
				};
				waiting.add(look);
				look();
			});
		},
	};
}

/** What happens when a message is posted; by default Discord takes it. */
export type Answer = (message: NudgeMessage, take: () => SendOutcome) => SendOutcome | Promise<SendOutcome>;

/** Discord's side of a send: a nonce seen within the last three minutes makes no second message. */
export function aReceiver(now: () => number) {
	const room = aWaitingRoom();
	const posts: NudgeMessage[] = [];
	const messages: NudgeMessage[] = [];
	const seen = new Map<string, number>();
	let answer: Answer = (_message, take) => take();

	function take(message: NudgeMessage): SendOutcome {
		if (now() - (seen.get(message.nonce) ?? Number.NEGATIVE_INFINITY) > 180_000) messages.push(message);
		seen.set(message.nonce, now());
		return { kind: 'sent', messageId: '1' };
	}

	return {
		posts,
		messages,
		until: room.until,
		answer(next: Answer) {
			answer = next;
		},
		async send(message: NudgeMessage): Promise<SendOutcome> {
			posts.push(message);
			try {
				return await answer(message, () => take(message));
			} finally {
				room.stir();
			}
		},
	};
}

/** Counts events and lets a test wait for one. */
export function aCounter() {
	const room = aWaitingRoom();
	const counts = new Map<NudgeEvent, number>();
	const of = (event: NudgeEvent) => counts.get(event) ?? 0;
	return {
		of,
		count(event: NudgeEvent, amount: number) {
			counts.set(event, of(event) + amount);
			room.stir();
		},
		until: (event: NudgeEvent, amount: number) => room.until(() => of(event) >= amount),
	};
}

/** A client as queues and workers need it. */
export function aPatientClient(path: string): Redis {
	const client = new Redis({ path, maxRetriesPerRequest: null, retryStrategy: () => 20 });
	client.on('error', () => {});
	return client;
}

/** Member ids spread over the shards. */
export function someMembers(count: number): string[] {
	return Array.from({ length: count }, (_none, index) =>
		BigInt(`0x${createHash('sha256').update(`member ${index}`).digest('hex').slice(0, 15)}`).toString(),
	);
}
