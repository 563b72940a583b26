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

/** Names that places have today while Intl still lists the zone under an older one. */
const RENAMED =
	`Africa/Asmara Africa/Timbuktu America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/Cordoba
	America/Argentina/Jujuy America/Argentina/Mendoza America/Atikokan America/Indiana/Indianapolis America/Kentucky/Louisville
	America/Nuuk Antarctica/South_Pole Asia/Ho_Chi_Minh Asia/Kathmandu Asia/Kolkata Asia/Yangon Atlantic/Faroe
	Atlantic/Jan_Mayen Europe/Kyiv Pacific/Chuuk Pacific/Kanton Pacific/Pohnpei Pacific/Yap UTC`.split(/\s+/);

/**
 * What Intl calls them. Each look with Intl costs some 50 kB until the next collection and as much time as all else that is
 * done for a nudge, so the names that members' records hold are known by heart.
 */
const BY_HEART: ReadonlyMap<string, string> = new Map([
	...Intl.supportedValuesOf('timeZone').map((name): [string, string] => [name, name]),
	...RENAMED.flatMap((name): [string, string][] => {
		const known = askIntl(name);
		return known === undefined ? [] : [[name, known]];
	}),
]);

/**
 * The name under which Intl knows a zone, whatever the case and alias, or `undefined` when it knows none. Bare
 * abbreviations are refused except UTC and GMT: Intl takes `EST` for Panama, which has no summer time.
 */
export function intlName(name: string): string | undefined {
	if (!name.includes('/') && !/^(utc|gmt)$/i.test(name)) return undefined;
	return BY_HEART.get(name) ?? askIntl(name);
}

function askIntl(name: string): string | undefined {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
	} catch {
		return undefined;
	}
}
