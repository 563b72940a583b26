import type { Topic } from '../../src/nudges/topic.ts';
import type { RedisEnd, StoredMessage } from './facts.ts';
import { isChanging, type Timeline, versionAt } from './timeline.ts';

/** What came that should not have come. */
export interface MessageTally {
	/** Messages too many for one member, topic, local date and subscription. */
	readonly doubled: number;
	/**
	 * Doubled after a power cut made Redis forget the first, and the member changed something before it was repeated: what
	 * is left of a message about several topics has another nonce. Only where both are seen.
	 */
	readonly doubledByCut: number;
	/** Second messages for a date that came twice to who moved west over it: half a day or more after the first. */
	readonly dateLivedTwice: number;
	/** Topics sent after the member had been told that they are stopped. */
	readonly afterStop: number;
	/** As before, but it had been begun when the store made the change: the request was on its way. */
	readonly underWayAtStop: number;
	/** Topics sent for a date for which the member had been told of a pause. */
	readonly whilePaused: number;
	readonly wrongs: readonly string[];
	/** On each message of the other kinds, with what the member changed and when power was cut around it. */
	readonly notes: readonly string[];
}

const HALF_A_DAY_MS = 12 * 3_600_000;
/** The most that a power cut takes, and the time that an answer needs to be noted. */
const FORGOTTEN_MS = 2_500;
/** How far back the circumstances of a message are told. */
const AROUND_MS = 180_000;
const WRONGS: ReadonlySet<string> = new Set(['doubled', 'afterStop', 'whilePaused']);

export function judgeMessages(
	timelines: readonly Timeline[],
	messages: readonly StoredMessage[],
	ends: readonly RedisEnd[],
): MessageTally {
	const byChannel = new Map(timelines.map((each) => [each.channelId, each]));
	const seen = new Map<string, StoredMessage>();
	const found = {
		doubled: 0,
		doubledByCut: 0,
		dateLivedTwice: 0,
		afterStop: 0,
		underWayAtStop: 0,
		whilePaused: 0,
	};
	const wrongs: string[] = [];
	const notes: string[] = [];
	const note = (kind: keyof typeof found, message: StoredMessage, topic: Topic, before?: StoredMessage) => {
		found[kind] += 1;
		const words = [
			`${kind}: ${topic} of`,
			describe(message),
			before ? `and ${describe(before)}` : '',
			circumstances(byChannel.get(message.channelId), message, ends),
		];
		(WRONGS.has(kind) ? wrongs : notes).push(words.join(' '));
	};
	for (const message of messages) {
		const timeline = byChannel.get(message.channelId);
		if (timeline === undefined) throw new Error('A message went to somebody else');
		for (const topic of message.topics) {
			const key = [message.channelId, topic, message.day, subscriptionAt(timeline, message.at)].join(' ');
			const before = seen.get(key);
			if (before) note(kindOfDouble(timeline, before, message, ends), message, topic, before);
			seen.set(key, message);
			const unwanted = whyUnwanted(timeline, message, topic);
			if (unwanted) note(unwanted, message, topic);
		}
	}
	return { ...found, wrongs, notes };
}

function kindOfDouble(
	timeline: Timeline,
	first: StoredMessage,
	second: StoredMessage,
	ends: readonly RedisEnd[],
): 'doubled' | 'doubledByCut' | 'dateLivedTwice' {
	const zones = [first, second].map(({ at }) => versionAt(timeline, at)?.wanted?.zone);
	if (zones[0] !== zones[1] && second.at - first.at >= HALF_A_DAY_MS) return 'dateLivedTwice';
	const cut = ends.find(({ kind, at }) => kind === 'cut' && at >= first.at && at <= first.at + FORGOTTEN_MS);
	const changed = timeline.versions.some(
		({ begun, acked }) => cut && acked >= cut.at && begun >= first.at - FORGOTTEN_MS && begun <= second.at,
	);
	return changed ? 'doubledByCut' : 'doubled';
}

function describe({ channelId, day, topics, at }: StoredMessage): string {
	return `day ${day} (${topics.join(', ')}) in channel ${channelId} at ${clockTime(at)}`;
}

/** The member's changes and the ends of Redis in the minutes before, and since the last change before those. */
function circumstances(
	timeline: Timeline | undefined,
	{ at }: StoredMessage,
	ends: readonly RedisEnd[],
): string {
	const since = Math.min(at - AROUND_MS, (timeline && versionAt(timeline, at)?.begun) ?? at);
	const near = (when: number) => when <= at && when >= since;
	const changes = (timeline?.versions ?? [])
		.filter(({ begun }) => near(begun))
		.map(
			({ begun, acked, wanted }) =>
				`changed ${clockTime(begun)} to ${clockTime(acked)} ${JSON.stringify(wanted && [wanted.zone, ...wanted.times])}`,
		);
	const redis = ends.filter((end) => near(end.at)).map((end) => `Redis ${end.kind} ${clockTime(end.at)}`);
	return [...changes, ...redis].join('; ');
}

function clockTime(at: number): string {
	return Number.isFinite(at) ? new Date(at).toISOString() : 'never';
}

/** Who stopped and starts again is new to the store, so that date's nudge may come once more. */
function subscriptionAt({ versions }: Timeline, at: number): number {
	return versions.findLast(({ begun }) => begun <= at)?.subscription ?? 0;
}

function whyUnwanted(
	timeline: Timeline,
	{ at, day }: StoredMessage,
	topic: Topic,
): 'afterStop' | 'underWayAtStop' | 'whilePaused' | undefined {
	// While a change is being made nobody has been told of it, and either may come first.
	if (isChanging(timeline, at)) return undefined;
	const { wanted, pausedUntil } = versionAt(timeline, at) ?? {};
	const isWanted = wanted?.times.has(topic) ?? false;
	const isPaused = pausedUntil !== undefined && day < pausedUntil;
	if (isWanted && !isPaused) return undefined;
	const wasUnderWay = timeline.versions.some(({ underWay }) =>
		underWay.some((each) => each.day === day && each.topics.includes(topic)),
	);
	if (wasUnderWay) return 'underWayAtStop';
	return isWanted ? 'whilePaused' : 'afterStop';
}
