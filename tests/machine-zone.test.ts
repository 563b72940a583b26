import { expect, test } from 'vitest';

test('the machine stands in the zone that this run is about', () => {
	const zone = process.env['TZ'] ?? '';
	expect(['UTC', 'Pacific/Apia', 'America/St_Johns']).toContain(zone);
	expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
	const midnight = new Date(2026, 10, 22);
	expect(midnight.getTime()).toBe(Date.UTC(2026, 10, 22) + midnight.getTimezoneOffset() * 60_000);
});
