import { z } from 'zod';
import { type LocalTime, localTime } from './local-time.ts';

/** What a member can be nudged about, in the order in which it is listed everywhere. */
export const TOPICS = ['sleep', 'stress', 'diet'] as const;

export const topic = z.enum(TOPICS);

export type Topic = z.infer<typeof topic>;

export const topicLabels: Readonly<Record<Topic, string>> = {
	sleep: 'Sleep',
	stress: 'Stress',
	diet: 'Diet',
};

/** When a topic's nudge comes unless the member asks for another time. */
export const defaultTimes: Readonly<Record<Topic, LocalTime>> = {
	sleep: localTime.parse(21 * 60 + 30),
	stress: localTime.parse(13 * 60),
	diet: localTime.parse(8 * 60),
};
