import { describe, expect, test } from 'vitest';
import type { Nudge } from '../../src/nudges/catalogue.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { pickNudge } from '../../src/nudges/pick-nudge.ts';

const catalogueOf = (size: number): Nudge[] =>
	Array.from({ length: size }, (_none, index) => ({
		id: `nudge-${index}`,
		text: `Do ${index}`,
		why: 'It helps',
		faq: 'sleep',
	}));

const MEMBER = '100000000000000001';
const START = 20_458;

const picks = (size: number, days: number, member = MEMBER) =>
	Array.from(
		{ length: days },
		(_none, index) => pickNudge(catalogueOf(size), member, 'sleep', localDay.parse(START + index)).id,
	);

describe('pickNudge()', () => {
	test.each([14, 15, 17, 60, 61])('of %i nudges repeats none before three quarters of them came', (size) => {
		const shown = picks(size, size * 4);
		const apart = shown.map((id, index) => shown.indexOf(id, index + 1) - index).filter((days) => days > 0);
		expect(Math.min(...apart)).toBeGreaterThanOrEqual((size * 3) / 4);
	});

	test('of 60 nudges repeats none within 45 days', () => {
		const shown = picks(60, 240);
		for (let day = 0; day + 45 <= shown.length; day += 1) {
			expect(new Set(shown.slice(day, day + 45)).size).toBe(45);
		}
	});

	test('shows all of them in a round', () => {
		const roundStart = 14 - (START % 14);
		expect(new Set(picks(14, 28).slice(roundStart, roundStart + 14)).size).toBe(14);
	});

	test('picks the same again for the same member, topic and date', () => {
		expect(picks(20, 40)).toEqual(picks(20, 40));
	});

	test('gives another member, another topic and another round another order', () => {
		expect(picks(20, 20)).not.toEqual(picks(20, 20, '100000000000000002'));
		const sleep = picks(20, 20);
		const diet = Array.from(
			{ length: 20 },
			(_none, index) => pickNudge(catalogueOf(20), MEMBER, 'diet', localDay.parse(START + index)).id,
		);
		expect(sleep).not.toEqual(diet);
		expect(picks(20, 20)).not.toEqual(picks(20, 40).slice(20));
	});
});
