import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TOPICS } from '../../src/core/entry-texts.ts';
import { checkWording } from '../../src/faq/check-wording.ts';
import { CLAIM_COUNT } from '../../src/faq/entry.ts';
import { loadEntries } from '../../src/faq/load-entries.ts';
import { GRADE_LIMIT, readingGrade } from '../../src/faq/reading-level.ts';
import { sentencesOf } from '../../src/faq/sentences.ts';

/** What commands, nudges and servers' overlays refer to: an id is never renamed or taken away. */
const IDS = `
	about-bot acne-food acne-gut alcohol bloating can-gut-clear-skin circadian-rhythm creams-not-working
	defence-barrier eczema fermented-foods foods-to-avoid gut-brain gut-lining gut-microbiome gut-skin-connection
	hormonal-acne how-gut-affects-skin how-long immune-system is-it-proven jet-lag keep-treatment mood-and-ibs
	not-a-doctor other-causes prebiotics probiotic-vs-prebiotic probiotics psoriasis rosacea screens-before-bed
	see-provider shared-cells sibo skin-microbiome sleep-and-skin sleep-hours sleep-hygiene sources
	stress-and-skin stress-management sugar supplements topical-antibiotics treatment-dependency where-to-start
	whole-foods
`
	.trim()
	.split(/\s+/);

const entries = loadEntries(fileURLToPath(new URL('../../content/faq', import.meta.url)));
/** The latest review stands for today, so that the check does not turn red by itself as time passes. */
const today =
	entries
		.map(({ reviewed }) => reviewed)
		.sort()
		.at(-1) ?? '';

describe('The FAQ', () => {
	test('has exactly the agreed entries', () => {
		expect(entries.map(({ id }) => id)).toStrictEqual(IDS);
	});

	test('carries every claim of the source', () => {
		const carried = new Set(entries.flatMap(({ claims }) => claims));
		const all = Array.from({ length: CLAIM_COUNT }, (_, index) => index + 1);
		expect(all.filter((claim) => !carried.has(claim))).toStrictEqual([]);
	});

	test('has something on every topic', () => {
		expect(TOPICS.filter((topic) => !entries.some((entry) => entry.topic === topic))).toStrictEqual([]);
	});
});

describe.each(entries.map((entry) => [entry.id, entry] as const))('The entry %s', (_id, entry) => {
	test('has five to eight aliases and two or three related entries', () => {
		expect(entry.aliases.length).toBeGreaterThanOrEqual(5);
		expect(entry.aliases.length).toBeLessThanOrEqual(8);
		expect(entry.related.length).toBeGreaterThanOrEqual(2);
		expect(entry.related.length).toBeLessThanOrEqual(3);
	});

	test('answers in two to five sentences', () => {
		const { length } = sentencesOf(entry.answer);
		expect(length).toBeGreaterThanOrEqual(2);
		expect(length).toBeLessThanOrEqual(5);
	});

	test('can be read at 13', () => {
		expect(readingGrade(entry.answer)).toBeLessThanOrEqual(GRADE_LIMIT);
	});

	test('says nothing that is banned', () => {
		expect([...checkWording(entry.title), ...checkWording(entry.answer)]).toStrictEqual([]);
	});

	test('is not due for review', () => {
		expect(entry.reviewBy > today, `${entry.reviewBy} is not after ${today}`).toBe(true);
	});
});
