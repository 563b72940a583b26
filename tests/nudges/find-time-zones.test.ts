import { describe, expect, test } from 'vitest';
import { createTimeZoneFinder } from '../../src/nudges/find-time-zones.ts';
import { listPlaces } from '../../src/nudges/places.ts';

const places = listPlaces();
const find = createTimeZoneFinder(places);
const NOW = Date.parse('2026-07-01T12:05:00Z');

describe('the time zone finder', () => {
	test.each([
		['a city', 'berlin', 'Europe/Berlin'],
		['the beginning of a city', 'lond', 'Europe/London'],
		['a city with a wrong letter', 'berln', 'Europe/Berlin'],
		['a city without its accents', 'sao pau', 'America/Sao_Paulo'],
		['a city with its accents', 'köln', 'Europe/Berlin'],
		['a country', 'india', 'Asia/Kolkata'],
		['a city and its country', 'paris france', 'Europe/Paris'],
		['a zone name', 'america/los', 'America/Los_Angeles'],
		['a smaller zone of its own', 'detroit', 'America/Detroit'],
		['an abbreviation', 'est', 'America/New_York'],
		['a name in words', 'pacific time', 'America/Los_Angeles'],
		['an everyday name of a country', 'usa', 'America/Los_Angeles'],
		['UTC', 'utc', 'UTC'],
	])('finds %s first', (_case, typed, zone) => {
		expect(find(typed, NOW)[0]?.zone).toBe(zone);
	});

	test('labels a suggestion with country, place and the time there', () => {
		expect(find('hamburg', NOW)[0]?.label).toBe('Europe/Berlin (Germany · Hamburg, 14:05 now)');
	});

	test('shows zones around the world before anything is typed', () => {
		const zones = find(' ', NOW).map(({ zone }) => zone);
		expect(zones).toEqual(expect.arrayContaining(['Europe/Berlin', 'Asia/Tokyo', 'America/New_York']));
	});

	test('finds nothing for nonsense', () => {
		expect(find('xyzzy', NOW)).toEqual([]);
	});

	test('names each zone once and stays within what Discord shows', () => {
		for (const typed of [
			'',
			'a',
			'an',
			'europe',
			'united states',
			'america',
			...places.map(({ name }) => name),
		]) {
			const suggestions = find(typed, NOW);
			expect(suggestions.length).toBeLessThanOrEqual(25);
			expect(new Set(suggestions.map(({ zone }) => zone)).size).toBe(suggestions.length);
			for (const { label } of suggestions) expect(label.length).toBeLessThanOrEqual(100);
		}
	});
});

test('every zone of this Node has a place', () => {
	const known = new Set(places.map(({ zone }) => meaning(zone)));
	expect(Intl.supportedValuesOf('timeZone').filter((zone) => !known.has(meaning(zone)))).toEqual([]);
});

function meaning(zone: string): string {
	return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}
