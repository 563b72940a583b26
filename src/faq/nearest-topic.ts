import type { Topic } from '../core/entry-texts.ts';
import type { Match } from './matcher.ts';

/** Below this likelihood that something on a topic is meant, the one that comes first does so by accident. */
const LEAST_LIKELY = 0.06;

/** The topic on which what is asked most likely is, though no entry answers it; undefined when it is near none. */
export function nearestTopic(ranked: readonly Match[]): Topic | undefined {
	const shares = new Map<Topic, number>();
	for (const { entry, share } of ranked) shares.set(entry.topic, (shares.get(entry.topic) ?? 0) + share);
	const [nearest] = [...shares].sort(([, a], [, b]) => b - a);
	return nearest !== undefined && nearest[1] >= LEAST_LIKELY ? nearest[0] : undefined;
}
