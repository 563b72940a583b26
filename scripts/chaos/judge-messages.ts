import type { Topic } from '../../src/nudges/topic.ts';
import type { StoredMessage } from './facts.ts';
import { isChanging, type Timeline, versionAt } from './timeline.ts';

/** What came that should not have come. */
export interface MessageTally {
	/** Messages too many for one member, topic, local date and subscription. */
	readonly doubled: number;
	/** Second messages for a date that came twice to who moved west over it: half a day or more after the first. */
	readonly dateLivedTwice: number;
	/** Topics sent after the member had been told that they are stopped. */
	readonly afterStop: number;
	/** As before, but it had been begun when the store made the change: the request was on its way. */
	readonly underWayAtStop: number;
	/** Topics sent for a date for which the member had been told of a pause. */
	readonly whilePaused: number;
	readonly wrongs: readonly string[];
}

const HALF_A_DAY_MS = 12 * 3_600_000;

export function judgeMessages(
	timelines: readonly Timeline[],
	messages: readonly StoredMessage[],
): MessageTally {
	const byChannel = new Map(timelines.map((each) => [each.channelId, each]));
	const seen = new Map<string, number>();
	const found = { doubled: 0, dateLivedTwice: 0, afterStop: 0, underWayAtStop: 0, whilePaused: 0 };
	const wrongs: string[] = [];
	const note = (kind: keyof typeof found, { channelId, day, at }: StoredMessage, topic: Topic) => {
		found[kind] += 1;
		const when = new Date(at).toISOString();
		if (kind !== 'underWayAtStop' && kind !== 'dateLivedTwice')
			wrongs.push(`${kind}: channel ${channelId}, ${topic} of day ${day} at ${when}`);
	};
	for (const message of messages) {
		const timeline = byChannel.get(message.channelId);
		if (timeline === undefined) throw new Error('A message went to somebody else');
		for (const topic of message.topics) {
			const key = [message.channelId, topic, message.day, subscriptionAt(timeline, message.at)].join(' ');
			const before = seen.get(key);
			if (before !== undefined)
				note(livesTwice(timeline, before, message.at) ? 'dateLivedTwice' : 'doubled', message, topic);
			seen.set(key, message.at);
			const unwanted = whyUnwanted(timeline, message, topic);
			if (unwanted) note(unwanted, message, topic);
		}
	}
	return { ...found, wrongs };
}

function livesTwice(timeline: Timeline, first: number, second: number): boolean {
	const zones = [first, second].map((at) => versionAt(timeline, at)?.wanted?.zone);
	return zones[0] !== zones[1] && second - first >= HALF_A_DAY_MS;
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
