import { snowflake } from '../core/snowflake.ts';

/** Discord's limit for a `custom_id`. */
const LONGEST = 100;
const ANYONE = '*';
const MINUTE = 60_000;

/** Who may act on a component: one member, or anyone who sees it. */
export type Owner = string | 'anyone';

/** What a component carries in its `custom_id`: everything needed to act on it after a restart. */
export interface CustomId {
	route: string;
	owner: Owner;
	/** Epoch milliseconds, cut to the minute. */
	issuedAt: number;
	params: string[];
}

/**
 * Writes `route:owner:minute:param…`.
 *
 * Throws when a part would not survive the way or the whole is longer than Discord's 100 characters: that is a mistake in our code.
 */
export function writeCustomId({ route, owner, issuedAt, params }: CustomId): string {
	const minute = Math.floor(issuedAt / MINUTE).toString(36);
	const text = [route, owner === 'anyone' ? ANYONE : owner, minute, ...params.map(encodeURIComponent)].join(
		':',
	);
	if (text.length > LONGEST) throw new RangeError(`The custom id of ${route} has ${text.length} characters`);
	return text;
}

/** Reads what {@link writeCustomId} wrote; `undefined` for anything else (another version's, or forged). */
export function readCustomId(text: string): CustomId | undefined {
	const [route, owner, minute, ...params] = text.split(':');
	if (!route || !owner || !minute || !/^[0-9a-z]{1,8}$/.test(minute)) return undefined;
	if (owner !== ANYONE && !snowflake.safeParse(owner).success) return undefined;
	try {
		return {
			route,
			owner: owner === ANYONE ? 'anyone' : owner,
			issuedAt: Number.parseInt(minute, 36) * MINUTE,
			params: params.map(decodeURIComponent),
		};
	} catch {
		return undefined;
	}
}
