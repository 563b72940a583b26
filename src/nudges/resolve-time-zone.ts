import { rawTimeZones } from '@vvo/tzdb';
import { UserError } from '../core/user-error.ts';
import { nameCountry } from './country-aliases.ts';
import type { FindTimeZones } from './find-time-zones.ts';
import { foldText } from './fold-text.ts';
import { isWellKnown, type Place } from './places.ts';
import { intlName, type TimeZone, timeZone } from './time-zone.ts';

/** What a member typed may mean several time zones, or none that is known but nearly some. */
export class UnclearZoneError extends UserError {
	override name = 'UnclearZoneError';
	/** At most four of them, the likeliest first. */
	readonly near: readonly TimeZone[];

	constructor(message: string, near: readonly TimeZone[]) {
		super(message);
		this.near = near;
	}
}

/** Makes a time zone of what a member typed. `now` is in epoch milliseconds. Throws UserError with examples to choose from. */
export type ResolveTimeZone = (typed: string, now: number) => TimeZone;

const EXAMPLES = 'Please pick one from the list, or type your city, such as Berlin or Chicago.';
const OFFSET = /^(?:utc|gmt)?\s*[+\u2212-]\s*\d/i;
/** As many as the United States have on the mainland. */
const MOST_MEANT = 4;
const MOST_NEAR = 3;

/** Accepts an IANA name, a suggestion's label, or the name of a city, a country or an abbreviation that means one zone. */
export function createTimeZoneResolver(places: readonly Place[], find: FindTimeZones): ResolveTimeZone {
	const known = new Map(places.map(({ zone }) => [zone.toLowerCase(), zone]));
	const todaysSpelling = new Map(places.map(({ zone }) => [intlName(zone), zone]));
	const zonesByName = groupZones(places);

	return (typed, now) => {
		const text = typed.trim().replace(/ \(.*$/, '');
		const named = known.get(text.toLowerCase());
		if (named !== undefined) return named;
		const intl = intlName(text);
		if (intl !== undefined) return todaysSpelling.get(intl) ?? timeZone.parse(intl);
		if (OFFSET.test(text)) {
			throw new UserError(`${text} does not tell me when your clocks change. ${EXAMPLES}`);
		}
		const folded = nameCountry(foldText(text));
		const zones = zonesByName.get(folded) ?? [];
		const [only, ...more] = zones;
		if (only !== undefined && more.length === 0) return only;
		if (only !== undefined) {
			const near = zones.slice(0, MOST_MEANT);
			throw new UnclearZoneError(
				`${text} can mean several time zones, such as ${near.join(', ')}. Please pick one.`,
				near,
			);
		}
		const near = find(text, now)
			.slice(0, MOST_NEAR)
			.map(({ zone }) => zone);
		if (folded === '' || near.length === 0) throw new UserError(`I do not know that time zone. ${EXAMPLES}`);
		throw new UnclearZoneError(
			`I do not know the time zone “${text.slice(0, 50)}”. Did you mean ${near.join(', or ')}?`,
			near,
		);
	};
}

function groupZones(places: readonly Place[]): ReadonlyMap<string, readonly TimeZone[]> {
	const zones = new Map<string, Set<TimeZone>>();
	const add = (name: string, zone: TimeZone) => {
		const folded = foldText(name);
		zones.set(folded, (zones.get(folded) ?? new Set()).add(zone));
	};
	for (const { name, zone } of places) add(name, zone);
	for (const { name, countryName, abbreviation, dstAbbreviation } of rawTimeZones) {
		const zone = timeZone.parse(name);
		add(countryName, zone);
		if (/[A-Z]/.test(abbreviation)) add(abbreviation, zone);
		if (dstAbbreviation !== undefined) add(dstAbbreviation, zone);
	}
	return new Map([...zones].map(([name, set]) => [name, wellKnownFirst([...set])]));
}

function wellKnownFirst(zones: readonly TimeZone[]): readonly TimeZone[] {
	return zones.toSorted((a, b) => Number(isWellKnown(b)) - Number(isWellKnown(a)));
}
