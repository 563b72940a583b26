import { rawTimeZones } from '@vvo/tzdb';
import { intlName, type TimeZone, timeZone } from './time-zone.ts';

/** A name under which people look for their time zone: a city, or the last part of a zone's name. */
export interface Place {
	readonly name: string;
	readonly country: string;
	readonly zone: TimeZone;
	/** 0 for a zone's largest city, rising with smaller ones. */
	readonly rank: number;
	/** What else the largest city's zone is called, such as `Central European Time CET CEST`. */
	readonly alias: string;
}

const UTC: Place = {
	name: 'UTC',
	country: 'Coordinated Universal Time',
	zone: timeZone.parse('UTC'),
	rank: 0,
	alias: 'GMT',
};

// Where many people live, and one for each part of the world.
const WELL_KNOWN: ReadonlySet<string> = new Set([
	'Europe/London',
	'Europe/Berlin',
	'Africa/Cairo',
	'Africa/Lagos',
	'Africa/Johannesburg',
	'Europe/Istanbul',
	'Asia/Dubai',
	'Asia/Kolkata',
	'Asia/Singapore',
	'Asia/Shanghai',
	'Asia/Tokyo',
	'Australia/Sydney',
	'Pacific/Auckland',
	'America/Sao_Paulo',
	'America/New_York',
	'America/Chicago',
	'America/Denver',
	'America/Los_Angeles',
]);

export function isWellKnown(zone: TimeZone): boolean {
	return WELL_KNOWN.has(zone);
}

/** Every place that tzdb knows, from Pacific/Midway eastwards, with the spelling of zones that tzdb uses today. */
export function listPlaces(): readonly Place[] {
	return [...rawTimeZones.flatMap(placesOf), UTC];
}

function placesOf(entry: (typeof rawTimeZones)[number]): Place[] {
	const {
		name,
		group,
		mainCities,
		countryName: country,
		alternativeName,
		abbreviation,
		dstAbbreviation,
	} = entry;
	const main = timeZone.parse(name);
	const alias = [alternativeName, abbreviation, dstAbbreviation ?? ''].join(' ');
	const named = new Map(currentNames(name, group).map((zone) => [lastPart(zone), timeZone.parse(zone)]));
	const cities = mainCities.map((city, rank) => ({
		name: city,
		country,
		// Melbourne is listed with Sydney, and has a zone of its own name.
		zone: named.get(city) ?? main,
		rank,
		alias: rank === 0 ? alias : '',
	}));
	const others = [...named].filter(([place]) => !mainCities.includes(place));
	return [
		...cities,
		...others.map(([place, zone]) => ({ name: place, country, zone, rank: cities.length, alias: '' })),
	];
}

// A group lists old spellings of a zone beside the zone; the first that means the same is today's.
function currentNames(name: string, group: readonly string[]): string[] {
	const current = new Map<string, string>();
	for (const each of [name, ...group]) {
		const meaning = intlName(each);
		if (meaning !== undefined && !current.has(meaning)) current.set(meaning, each);
	}
	return [...current.values()];
}

function lastPart(zoneName: string): string {
	return zoneName.slice(zoneName.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
