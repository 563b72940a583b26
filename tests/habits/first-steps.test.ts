import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BEGINNINGS, suggestBeginning } from '../../src/habits/first-steps.ts';
import { loadFirstSteps } from '../../src/habits/load-first-steps.ts';

const steps = loadFirstSteps('content/first-steps.yaml');

describe('the first steps', () => {
	test('ask two questions about each subject', () => {
		for (const topic of BEGINNINGS)
			expect(steps.questions.filter((question) => question.topic === topic)).toHaveLength(2);
	});

	test.each([
		['where there is the most room', [0, 0, 2, 0, 1, 2], 'stress'],
		['with food when that has the most', [0, 2, 1, 0, 2, 0], 'diet'],
		['with sleep before the others when all are alike', [1, 1, 1, 1, 1, 1], 'sleep'],
	])('begin %s', (_case, answers, topic) => {
		expect(suggestBeginning(steps, answers)).toEqual({ topic, why: steps.why[topic as 'sleep'] });
	});

	test('say so where there is no room', () => {
		expect(suggestBeginning(steps, [0, 0, 0, 0, 0, 0]).why).toBe(steps.steady);
	});

	test('that cannot be used are named by field', () => {
		const folder = mkdtempSync(join(tmpdir(), 'gutsy-steps-'));
		try {
			const path = join(folder, 'first-steps.yaml');
			writeFileSync(path, 'questions: []\nwhy: {}\nsteady: x');
			expect(() => loadFirstSteps(path)).toThrow(/first-steps\.yaml: questions: [\s\S]*why\.sleep/);
			writeFileSync(path, ': : :');
			expect(() => loadFirstSteps(path)).toThrow('first-steps.yaml');
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
