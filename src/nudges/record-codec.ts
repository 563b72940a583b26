import { z } from 'zod';
import { snowflake } from '../core/snowflake.ts';
import { CorruptValueError } from '../redis/parse-stored.ts';
import { packHistory, unpackHistory } from './history.ts';
import { localDay } from './local-day.ts';
import { localTime } from './local-time.ts';
import type { MemberRecord, TopicRecord } from './member-record.ts';
import { timeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';

// The stored form is short because there is one for every member, and flat because the delivery scripts read and change
// it in Lua:
// 2|zone|channel|version.seconds|count.day.code.told|day.minute.seconds.letters;…|since.paused.from.to.flags.role|
//   day.epochMinute.letters;…|letter.minute.spread.lastDay.open+open.step.historyDay.history,…
const letters = { sleep: 's', stress: 't', diet: 'd' } as const satisfies Record<Topic, string>;

const byLetter: Readonly<Record<(typeof letters)[Topic], Topic>> = { s: 'sleep', t: 'stress', d: 'diet' };

const letter = z.enum(['s', 't', 'd']).transform((each) => byLetter[each]);
const someLetters = z
	.string()
	.transform((text) => [...text])
	.pipe(z.array(letter).min(1));
const whole = z.string().regex(/^\d+$/).transform(Number);
const day = whole.pipe(localDay);
const time = whole.pipe(localTime);
const none = z.literal('').transform(() => undefined);
const optionalDay = z.union([none, day]);
const parts = (separator: string) =>
	z.string().transform((text) => (text === '' ? [] : text.split(separator)));

const storedConsent = parts('.').pipe(z.tuple([whole, whole]));
const storedRefusal = parts('.').pipe(
	z.union([z.tuple([whole, day, whole]), z.tuple([whole, day, whole, whole])]),
);
const storedIntent = parts('.').pipe(z.tuple([day, whole, whole, someLetters]));
const storedLater = parts('.').pipe(z.tuple([day, whole, someLetters]));
const optionalTime = z.union([none, time]);
const storedSettings = parts('.').pipe(
	z.tuple([
		optionalDay,
		optionalDay,
		optionalTime,
		optionalTime,
		z.string().regex(/^x?r?$/),
		z.union([none, snowflake]),
	]),
);
const storedTopic = parts('.')
	.pipe(
		z.tuple([
			letter,
			time,
			whole.pipe(z.number().max(9)),
			optionalDay,
			parts('+').pipe(z.array(day)),
			z.union([none, whole]),
			optionalDay,
			z.string().regex(/^[\w-]*$/),
		]),
	)
	.transform(([topic, time, spread, lastDay, open, step, historyDay, packed]): [Topic, TopicRecord] => [
		topic,
		{ time, spread, lastDay, open, step, history: unpackHistory(historyDay, packed) },
	]);

const storedRecord = z.tuple([
	z.literal('2'),
	timeZone,
	snowflake,
	storedConsent,
	z.union([none, storedRefusal]),
	parts(';').pipe(z.array(storedIntent)),
	z.union([none, storedSettings]),
	parts(';').pipe(z.array(storedLater)),
	parts(',').pipe(z.array(storedTopic).min(1)),
]);

/** The form in which records were stored before nudges could be answered. */
const FIRST_FORM = /^1\|(.*)\|([^|]*)$/;
const FIRST_TOPIC = /(\w)\.(\d+)\.(\d*)/g;

export function encodeMemberRecord(record: MemberRecord): string {
	const { zone, channelId, consent, refusal, intents, laters, topics } = record;
	return [
		'2',
		zone,
		channelId,
		`${consent.version}.${toSeconds(consent.at)}`,
		encodeRefusal(refusal),
		intents
			.map(({ day, minute, at, topics }) => `${day}.${minute}.${toSeconds(at)}.${encodeTopics(topics)}`)
			.join(';'),
		encodeSettings(record),
		laters.map(({ day, epochMinute, topics }) => `${day}.${epochMinute}.${encodeTopics(topics)}`).join(';'),
		[...topics].map(encodeTopic).join(','),
	].join('|');
}

function encodeRefusal(refusal: MemberRecord['refusal']): string {
	if (refusal === undefined) return '';
	const { count, day, code, told } = refusal;
	return [count, day, code, ...(told === undefined ? [] : [told])].join('.');
}

function encodeSettings({ since, pausedUntil, quiet, exact, recap, roleId }: MemberRecord): string {
	const flags = `${exact ? 'x' : ''}${recap ? 'r' : ''}`;
	return [since ?? '', pausedUntil ?? '', quiet?.from ?? '', quiet?.to ?? '', flags, roleId ?? ''].join('.');
}

function encodeTopic([topic, { time, spread, lastDay, open, step, history }]: [Topic, TopicRecord]): string {
	const { lastDay: historyDay, packed } = packHistory(history);
	return [
		letters[topic],
		time,
		spread,
		lastDay ?? '',
		open.join('+'),
		step ?? '',
		historyDay ?? '',
		packed,
	].join('.');
}

/**
 * Reads the stored form.
 *
 * @param key where it was stored.
 * @throws CorruptValueError when it is not the form that `encodeMemberRecord` writes, or the one before it.
 */
export function decodeMemberRecord(key: string, raw: string): MemberRecord {
	const result = storedRecord.safeParse(upgrade(raw).split('|'));
	if (!result.success) {
		const problems = result.error.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
		throw new CorruptValueError(key, problems.join('; '));
	}
	const [, zone, channelId, [version, consentAt], refusal, intents, settings, laters, topics] = result.data;
	const [since, pausedUntil, from, to, flags = '', roleId] = settings ?? [];
	return {
		zone,
		channelId,
		consent: { version, at: consentAt * 1_000 },
		refusal: refusal && { count: refusal[0], day: refusal[1], code: refusal[2], told: refusal[3] },
		intents: intents.map(([day, minute, at, topics]) => ({ day, minute, at: at * 1_000, topics })),
		since,
		pausedUntil,
		quiet: from === undefined || to === undefined ? undefined : { from, to },
		exact: flags.includes('x'),
		recap: flags.includes('r'),
		roleId,
		laters: laters.map(([day, epochMinute, topics]) => ({ day, epochMinute, topics })),
		topics: new Map(topics),
	};
}

function upgrade(raw: string): string {
	const [, before, topics] = FIRST_FORM.exec(raw) ?? [];
	return topics === undefined ? raw : `2|${before}|||${topics.replace(FIRST_TOPIC, '$1.$2.0.$3....')}`;
}

/** Topics as the stored form and the delivery scripts write them, a letter each. */
export function encodeTopics(topics: readonly Topic[]): string {
	return topics.map((each) => letters[each]).join('');
}

export function decodeTopics(text: string): readonly Topic[] {
	return someLetters.parse(text);
}

function toSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1_000);
}
