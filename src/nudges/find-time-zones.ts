import MiniSearch from 'minisearch';
import { Temporal } from 'temporal-polyfill';
import { nameCountry } from './country-aliases.ts';
import { foldText } from './fold-text.ts';
import { formatLocalTime, localTime } from './local-time.ts';
import { isWellKnown, type Place } from './places.ts';
import type { TimeZone } from './time-zone.ts';

export interface TimeZoneSuggestion {
	readonly zone: TimeZone;
	/** At most 100 characters, such as `Europe/Berlin (Germany · Berlin, 14:05 now)`. */
	readonly label: string;
}

/** Suggests at most 25 zones, best first. `now` is in epoch milliseconds. */
export type FindTimeZones = (typed: string, now: number) => readonly TimeZoneSuggestion[];

const MOST_SUGGESTIONS = 25;
const LONGEST_LABEL = 100;

/** Makes the search over cities, countries and zone names. It forgives accents, case, missing ends and a wrong letter. */
export function createTimeZoneFinder(places: readonly Place[]): FindTimeZones {
	const index = new MiniSearch<{ id: number } & Record<'name' | 'country' | 'zone' | 'alias', string>>({
		fields: ['name', 'country', 'zone', 'alias'],
		processTerm: (term) => foldText(term),
		tokenize: (text) => foldText(text).split(' '),
		searchOptions: {
			combineWith: 'AND',
			prefix: true,
			fuzzy: (term) => (term.length > 3 ? 0.25 : false),
			boost: { name: 4, country: 3 },
			weights: { prefix: 0.4, fuzzy: 0.2 },
			boostDocument: (id) => weigh(places[Number(id)]),
		},
	});
	index.addAll(places.map(({ name, country, zone, alias }, id) => ({ id, name, country, zone, alias })));
	// Shown before anything is typed: the world at a glance.
	const glance = places.filter(({ zone }) => isWellKnown(zone));

	return (typed, now) => {
		const wanted = nameCountry(foldText(typed));
		const found = wanted === '' ? glance : index.search(wanted).map(({ id }) => places[Number(id)]);
		return firstOfEachZone(found)
			.slice(0, MOST_SUGGESTIONS)
			.map((place) => ({ zone: place.zone, label: describe(place, now) }));
	};
}

function weigh(place: Place | undefined): number {
	if (place === undefined) return 1;
	return (isWellKnown(place.zone) ? 2 : 1) / (1 + place.rank / 4);
}

function firstOfEachZone(found: readonly (Place | undefined)[]): Place[] {
	const byZone = new Map<TimeZone, Place>();
	for (const place of found) {
		if (place !== undefined && !byZone.has(place.zone)) byZone.set(place.zone, place);
	}
	return [...byZone.values()];
}

function describe({ zone, country, name }: Place, now: number): string {
	const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
	const time = `${formatLocalTime(localTime.parse(hour * 60 + minute))} now`;
	const label = `${zone} (${country} · ${name}, ${time})`;
	return label.length <= LONGEST_LABEL ? label : `${zone} (${time})`;
}
