import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';

const BASE = 36;

/** Writes a Discord id in fewer characters, where a `custom_id` has to hold several. */
export function shortId(id: Snowflake): string {
	return BigInt(id).toString(BASE);
}

/** Parses what {@link shortId} wrote. */
export const longId = z
	.string()
	.regex(/^[0-9a-z]{1,13}$/, 'Expected an id')
	.transform((text) =>
		[...text]
			.reduce((sum, digit) => sum * BigInt(BASE) + BigInt(Number.parseInt(digit, BASE)), 0n)
			.toString(),
	)
	.pipe(snowflake);
