import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Mark } from '../../src/nudges/history.ts';
import { type LocalDay, localDay } from '../../src/nudges/local-day.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import type { Topic } from '../../src/nudges/topic.ts';
import { socketFolder } from '../../src/redis/socket-folder.ts';

const DAYS = 182;
/** A letter a day, over and over: done, not today, missed, nothing. */
const PATTERNS: Readonly<Record<Topic, string>> = {
	sleep: 'dddddndddmddddddddndd',
	stress: 'dmdndddmdddnmddddd',
	diet: 'dddddmddd',
};
const MARKS: Readonly<Record<string, Mark | undefined>> = { d: 'done', n: 'not-today', m: 'missed' };
/** The topic that began later, and when: so many days before today. */
const LATER = { topic: 'stress', days: 110 } as const;
/** A holiday, in days before today. */
const PAUSE = { from: 68, to: 58 };

/** Gives a member of a Gutsy that runs on `dataDir` half a year of answers up to the day before `today`: for a picture that says more than one of a first day. */
export async function inventHalfAYear(dataDir: string, memberId: string, today: LocalDay): Promise<void> {
	const sockets = await socketFolder(await realpath(join(dataDir, 'redis')));
	const redis = new Redis({ path: join(sockets, 'redis.sock') });
	try {
		await createSubscriptions(redis).change(memberId, (old) => ({
			...old,
			topics: new Map(
				[...old.topics].map(([topic, each]) => [topic, { ...each, open: [], history: invent(topic, today) }]),
			),
		}));
	} finally {
		redis.disconnect();
	}
}

function invent(topic: Topic, today: LocalDay): ReadonlyMap<LocalDay, Mark> {
	const pattern = PATTERNS[topic];
	const history = new Map<LocalDay, Mark>();
	for (let back = topic === LATER.topic ? LATER.days : DAYS - 1; back >= 1; back -= 1) {
		const mark = MARKS[pattern[back % pattern.length] ?? ''];
		if (mark && (back > PAUSE.from || back < PAUSE.to)) history.set(localDay.parse(today - back), mark);
	}
	return history;
}
