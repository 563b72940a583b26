import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { CorruptValueError } from '../redis/parse-stored.ts';
import { type History, packHistory, unpackHistory } from './history.ts';
import { localDay } from './local-day.ts';
import { decodeTopics, encodeTopics } from './record-codec.ts';
import type { Topic } from './topic.ts';

/** What one member answered to one channel's posts on one topic. */
export interface PostMarks {
	readonly channelId: Snowflake;
	readonly topic: Topic;
	readonly history: History;
}

// 1|channel.letter.lastDay.history,…
const FORM = '1|';

const storedMarks = z.tuple([
	snowflake,
	z.enum(['s', 't', 'd']),
	z.string().regex(/^\d+$/).transform(Number).pipe(localDay),
	z.string().regex(/^[\w-]+$/),
]);

/** `undefined` when there is nothing to store. */
export function encodePostMarks(all: readonly PostMarks[]): string | undefined {
	const parts = all
		.filter(({ history }) => history.size > 0)
		.map(({ channelId, topic, history }) => {
			const { lastDay, packed } = packHistory(history);
			return [channelId, encodeTopics([topic]), lastDay, packed].join('.');
		});
	return parts.length === 0 ? undefined : FORM + parts.join(',');
}

/**
 * @param key where it was stored.
 * @throws CorruptValueError when it is not what `encodePostMarks` writes.
 */
export function decodePostMarks(key: string, raw: string | undefined): readonly PostMarks[] {
	if (raw === undefined) return [];
	if (!raw.startsWith(FORM)) throw new CorruptValueError(key, 'an unknown form');
	return raw
		.slice(FORM.length)
		.split(',')
		.flatMap((part) => {
			const result = storedMarks.safeParse(part.split('.'));
			if (!result.success)
				throw new CorruptValueError(key, result.error.issues.map(({ code }) => code).join('; '));
			const [channelId, letter, lastDay, packed] = result.data;
			const history = unpackHistory(lastDay, packed);
			return decodeTopics(letter).map((topic) => ({ channelId, topic, history }));
		});
}
