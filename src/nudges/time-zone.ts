import { z } from 'zod';

/**
 * An IANA time zone that this Node knows, such as `Europe/Berlin`. Kept as it was given: names that mean the same zone
 * stay different texts, because what is stored under one must be found under it.
 */
export const timeZone = z
	.string()
	.refine((name) => intlName(name) !== undefined, 'Expected an IANA time zone')
	.brand<'TimeZone'>();

export type TimeZone = z.infer<typeof timeZone>;

/** Each look with Intl costs some 50 kB until the next collection, so the names that stand for themselves are known by heart. */
const CANONICAL: ReadonlySet<string> = new Set(Intl.supportedValuesOf('timeZone'));

/**
 * The name under which Intl knows a zone, whatever the case and alias, or `undefined` when it knows none. Bare
 * abbreviations are refused except UTC and GMT: Intl takes `EST` for Panama, which has no summer time.
 */
export function intlName(name: string): string | undefined {
	if (!name.includes('/') && !/^(utc|gmt)$/i.test(name)) return undefined;
	if (CANONICAL.has(name)) return name;
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
	} catch {
		return undefined;
	}
}
