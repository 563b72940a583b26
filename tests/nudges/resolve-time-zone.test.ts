import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { createTimeZoneFinder } from '../../src/nudges/find-time-zones.ts';
import { listPlaces } from '../../src/nudges/places.ts';
import { createTimeZoneResolver, UnclearZoneError } from '../../src/nudges/resolve-time-zone.ts';

const places = listPlaces();
const find = createTimeZoneFinder(places);
const resolve = createTimeZoneResolver(places, find);
const NOW = Date.parse('2026-07-01T12:05:00Z');

function attempt(act: () => unknown): unknown {
	try {
		return act();
	} catch (error) {
		return error;
	}
}

describe('the time zone resolver', () => {
	test.each([
		['an IANA name', 'Europe/Berlin', 'Europe/Berlin'],
		['an IANA name in any case', 'america/new_york', 'America/New_York'],
		['an old name', 'US/Eastern', 'America/New_York'],
		['an old spelling', 'Europe/Kiev', 'Europe/Kyiv'],
		['UTC', 'utc', 'UTC'],
		['GMT', 'GMT', 'UTC'],
		['a fixed offset by its IANA name', 'Etc/GMT+5', 'Etc/GMT+5'],
		['a city', ' Hamburg ', 'Europe/Berlin'],
		['a country with one zone', 'Germany', 'Europe/Berlin'],
		['an everyday name of a country', 'holland', 'Europe/Amsterdam'],
		['an abbreviation of one zone', 'JST', 'Asia/Tokyo'],
		['the label of a suggestion', 'Europe/Berlin (Germany · Berlin, 14:05 now)', 'Europe/Berlin'],
	])('understands %s', (_case, typed, zone) => {
		expect(resolve(typed, NOW)).toBe(zone);
	});

	test.each([
		['a country with several zones', 'USA', 'America/New_York'],
		['an abbreviation of several zones', 'EST', 'America/New_York'],
		['an abbreviation of several zones', 'CET', 'Europe/Berlin'],
		['an offset', 'UTC+2', 'when your clocks change'],
		['a bare offset', '-05:00', 'when your clocks change'],
		['a slip', 'Berln', 'Did you mean Europe/Berlin?'],
		['half a name', 'Lisb', 'Did you mean Europe/Lisbon?'],
		['nonsense', 'xyzzy', 'such as Berlin or Chicago'],
		['nothing', ' ', 'such as Berlin or Chicago'],
		['a zone that is not there', 'Europe/Xyzzy', 'such as Berlin or Chicago'],
	])('refuses %s with examples: %s', (_case, typed, words) => {
		expect(() => resolve(typed, NOW)).toThrow(UserError);
		expect(() => resolve(typed, NOW)).toThrow(words);
	});

	test.each(['Berln', 'USA', 'San'])('names at most four zones that %s may mean, also apart', (typed) => {
		const failed = attempt(() => resolve(typed, NOW));
		if (!(failed instanceof UnclearZoneError)) throw failed;
		expect(failed.near.length).toBeGreaterThan(0);
		expect(failed.near.length).toBeLessThanOrEqual(4);
		for (const zone of failed.near) expect(failed.message).toContain(zone);
	});

	test('understands every suggestion', () => {
		for (const { name } of places) {
			for (const { zone, label } of find(name, NOW)) {
				expect(resolve(zone, NOW)).toBe(zone);
				expect(resolve(label, NOW)).toBe(zone);
			}
		}
	});
});
