import { hash } from 'node:crypto';
import type { Snowflake } from '../core/snowflake.ts';
import type { Topic } from './topic.ts';

/** The most that Discord takes. */
const NONCE_LENGTH = 25;

/**
 * Names a message by whom it is for, what about and which local date, so that every try of it has the same name. One
 * that was put off is another message, named by the minute for which it was.
 */
export function nonceOf(
	memberId: Snowflake,
	topics: readonly Topic[],
	date: string,
	laterMinute?: number,
): string {
	const subject = [
		memberId,
		topics.join(','),
		date,
		...(laterMinute === undefined ? [] : [laterMinute]),
	].join('|');
	return hash('sha256', subject, 'base64url').slice(0, NONCE_LENGTH);
}
