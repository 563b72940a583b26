import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { CorruptValueError } from '../redis/parse-stored.ts';
import { type LocalDay, localDay } from './local-day.ts';
import { type LocalTime, localTime } from './local-time.ts';
import { type TimeZone, timeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';

/** All that is stored about a member's nudges. */
export interface MemberRecord {
	readonly zone: TimeZone;
	/** The direct message channel, opened when the member opted in. */
	readonly channelId: Snowflake;
	readonly consent: Consent;
	/** Set from a refused message until the next one that arrives. */
	readonly refusal: Refusal | undefined;
	/** Messages of which it is not known yet whether they arrived. */
	readonly intents: readonly Intent[];
	readonly topics: ReadonlyMap<Topic, TopicRecord>;
}

export interface Consent {
	readonly version: number;
	/** Epoch milliseconds, kept to the second. */
	readonly at: number;
}

export interface Refusal {
	readonly count: number;
	/** The local date of the last one. */
	readonly day: LocalDay;
	/** Discord's error code. */
	readonly code: number;
}

export interface Intent {
	readonly day: LocalDay;
	readonly time: LocalTime;
	/** Epoch milliseconds of the first try, kept to the second. */
	readonly at: number;
	readonly topics: readonly Topic[];
}

export interface TopicRecord {
	readonly time: LocalTime;
	/** The last local date whose nudge is settled: sent, refused or not to be sent. */
	readonly lastDay: LocalDay | undefined;
}

// The stored form is short because there is one for every member, and flat because the delivery scripts read and change
// it in Lua: 1|zone|channel|version.seconds|count.day.code|day.minute.seconds.letters;…|letter.minute.day,…
const letters = { sleep: 's', stress: 't', diet: 'd' } as const satisfies Record<Topic, string>;

const byLetter: Readonly<Record<(typeof letters)[Topic], Topic>> = { s: 'sleep', t: 'stress', d: 'diet' };

const letter = z.enum(['s', 't', 'd']).transform((each) => byLetter[each]);
const whole = z.string().regex(/^\d+$/).transform(Number);
const day = whole.pipe(localDay);
const time = whole.pipe(localTime);
const none = z.literal('').transform(() => undefined);
const parts = (separator: string) =>
	z.string().transform((text) => (text === '' ? [] : text.split(separator)));

const storedConsent = parts('.').pipe(z.tuple([whole, whole]));
const storedRefusal = parts('.').pipe(z.tuple([whole, day, whole]));
const storedIntent = parts('.').pipe(z.tuple([day, time, whole, parts('').pipe(z.array(letter).min(1))]));
const storedTopic = parts('.').pipe(z.tuple([letter, time, z.union([none, day])]));

const storedRecord = z.tuple([
	z.literal('1'),
	timeZone,
	snowflake,
	storedConsent,
	z.union([none, storedRefusal]),
	parts(';').pipe(z.array(storedIntent)),
	parts(',').pipe(z.array(storedTopic).min(1)),
]);

export function encodeMemberRecord({
	zone,
	channelId,
	consent,
	refusal,
	intents,
	topics,
}: MemberRecord): string {
	return [
		'1',
		zone,
		channelId,
		`${consent.version}.${toSeconds(consent.at)}`,
		refusal === undefined ? '' : `${refusal.count}.${refusal.day}.${refusal.code}`,
		intents
			.map((each) => `${each.day}.${each.time}.${toSeconds(each.at)}.${encodeTopics(each.topics)}`)
			.join(';'),
		[...topics].map(([topic, each]) => `${letters[topic]}.${each.time}.${each.lastDay ?? ''}`).join(','),
	].join('|');
}

/**
 * Reads the stored form.
 *
 * @param key where it was stored.
 * @throws CorruptValueError when it is not the form that `encodeMemberRecord` writes.
 */
export function decodeMemberRecord(key: string, raw: string): MemberRecord {
	const result = storedRecord.safeParse(raw.split('|'));
	if (!result.success) {
		const problems = result.error.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
		throw new CorruptValueError(key, problems.join('; '));
	}
	const [, zone, channelId, [version, consentAt], refusal, intents, topics] = result.data;
	return {
		zone,
		channelId,
		consent: { version, at: consentAt * 1_000 },
		refusal: refusal && { count: refusal[0], day: refusal[1], code: refusal[2] },
		intents: intents.map(([day, time, at, topics]) => ({ day, time, at: at * 1_000, topics })),
		topics: new Map(topics.map(([topic, time, lastDay]) => [topic, { time, lastDay }])),
	};
}

/** Topics as the stored form and the delivery scripts write them, a letter each. */
export function encodeTopics(topics: readonly Topic[]): string {
	return topics.map((each) => letters[each]).join('');
}

export function decodeTopics(text: string): readonly Topic[] {
	return z.array(letter).parse([...text]);
}

function toSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1_000);
}
