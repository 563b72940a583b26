import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Catalogue, Nudge } from '../../src/nudges/catalogue.ts';
import type { NudgeMessage, SendOutcome } from '../../src/nudges/delivery.ts';
import type { NudgeEvent } from '../../src/nudges/events.ts';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import type { MemberRecord, TopicRecord } from '../../src/nudges/member-record.ts';
import type { NudgeContent } from '../../src/nudges/nudge-content.ts';
import type { Programme } from '../../src/nudges/programme.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import type { Topic } from '../../src/nudges/topic.ts';

const aCatalogue: Catalogue = { sleep: some('sleep'), stress: some('stress'), diet: some('diet') };

function aProgramme(topic: Topic): Programme {
	const days = some(topic).map((nudge, index) => ({
		...nudge,
		id: `step-${nudge.id}`,
		text: `Step ${index + 1} of the ${topic} programme`,
	}));
	return {
		title: `Two weeks of ${topic}`,
		about: 'About',
		days,
		start: 'Start',
		middle: 'Middle',
		end: 'End',
	};
}

export const aContent: NudgeContent = {
	catalogue: aCatalogue,
	programmes: { sleep: aProgramme('sleep'), stress: aProgramme('stress'), diet: aProgramme('diet') },
	expectations: [4, 10, 26].map((week) => ({ week, text: `Week ${week}`, faq: 'how-long' })),
};

/** A topic's record of who has just opted in. */
export function aTopicRecord(typed: string, changes: Partial<TopicRecord> = {}): TopicRecord {
	return {
		time: parseLocalTime(typed),
		spread: 0,
		lastDay: undefined,
		open: [],
		step: undefined,
		history: new Map(),
		...changes,
	};
}

/** A member's record with nothing special about it. */
export function aRecord(changes: Partial<MemberRecord> = {}): MemberRecord {
	return {
		zone: timeZone.parse('UTC'),
		channelId: '200',
		consent: { version: 1, at: 1_767_600_000_000 },
		refusal: undefined,
		intents: [],
		since: undefined,
		pausedUntil: undefined,
		quiet: undefined,
		exact: true,
		recap: false,
		roleId: undefined,
		laters: [],
		topics: new Map([['diet', aTopicRecord('8')]]),
		...changes,
	};
}

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
