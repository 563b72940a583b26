import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { GRADE_LIMIT, readingGrade } from '../../src/faq/reading-level.ts';
import { loadModels } from '../../src/load-models.ts';
import { loadReplies } from '../../src/safety/load-replies.ts';
import { tiers } from '../../src/safety/rules/rule.ts';
import { createSafety } from '../../src/safety/safety.ts';

const replies = loadReplies(fileURLToPath(new URL('../../content/safety', import.meta.url)));

describe('The replies', () => {
	test('stand in the order in which the check prefers them', () => {
		expect(tiers.toSorted((one, other) => replies[one].urgency - replies[other].urgency)).toStrictEqual(
			tiers,
		);
	});

	test.each([
		['emergency', /112 in Europe, 911 in the US and Canada, 999 in the UK, or the number where you are/],
		['emergency', /do not wait for a reply here/i],
		['crisis', /call your local emergency number/i],
		['crisis', /call or text \*\*988\*\*/],
		['crisis', /https:\/\/988lifeline\.org/],
		['crisis', /https:\/\/findahelpline\.com/],
		['crisis', /tell someone you trust/],
		['crisis', /people do not watch this chat/],
		['same-day', /doctor, an urgent care centre or an out-of-hours medical line today/],
		['see-a-doctor', /If you take something prescribed,\*\* keep taking it/],
		['see-a-doctor', /pharmacist/],
		['borderline', /^If you also have .* see a doctor today\.$/],
	] as const)('%s says %s', (id, words) => {
		expect(replies[id].body).toMatch(words);
	});

	test.each(Object.values(replies))('$id can be read at 13 and names no disease', ({ title, body }) => {
		expect(readingGrade(body)).toBeLessThanOrEqual(GRADE_LIMIT);
		expect(`${title} ${body}`).not.toMatch(
			/anaphyla|stroke|sepsis|meningitis|cancer|appendicitis|anorexia|bulimia|depression|allerg|heart attack/i,
		);
	});
});

describe('createSafety()', () => {
	const { redFlags: model } = loadModels(fileURLToPath(new URL('../../models', import.meta.url)));
	const safety = createSafety({ replies, model });

	test('gives the reply of the tier, word for word', () => {
		expect(safety.check('i cant breathe')).toEqual({ kind: 'care', reply: replies.emergency });
	});

	test('keeps silent on an ordinary question', () => {
		expect(safety.check('is kimchi good for my gut')).toBeUndefined();
	});
});
