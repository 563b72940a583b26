import { describe, expect, test, vi } from 'vitest';
import { listPlaces } from '../../src/nudges/places.ts';
import { intlName, timeZone } from '../../src/nudges/time-zone.ts';

describe('timeZone', () => {
	test.each([
		'Europe/Berlin',
		'America/Argentina/Buenos_Aires',
		'Europe/Kyiv',
		'Europe/Kiev',
		'UTC',
		'Etc/GMT+5',
	])('takes %s as it is', (name) => {
		expect(timeZone.parse(name)).toBe(name);
	});

	test.each(['', 'Berlin', 'Europe/Atlantis', 'EST', 'CET', '+02:00', 'UTC+2'])('refuses "%s"', (name) => {
		expect(timeZone.safeParse(name).success).toBe(false);
	});
});

test('intlName() joins spellings of one zone', () => {
	expect(intlName('europe/BERLIN')).toBe('Europe/Berlin');
	expect(intlName('Europe/Kyiv')).toBe(intlName('Europe/Kiev'));
	expect(intlName('gmt')).toBe('UTC');
});

test('the zone of every place is known without a costly look', () => {
	const zones = [...new Set(listPlaces().map(({ zone }) => zone))];
	const look = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(() => {
		throw new Error('A costly look');
	});
	const unknown = zones.filter((zone) => !timeZone.safeParse(zone).success);
	look.mockRestore();
	expect(unknown).toEqual([]);
	expect(zones.length).toBeGreaterThan(300);
});
