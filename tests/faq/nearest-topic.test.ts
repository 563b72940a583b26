import { describe, expect, test } from 'vitest';
import type { Topic } from '../../src/core/entry-texts.ts';
import { nearestTopic } from '../../src/faq/nearest-topic.ts';
import { anEntry } from '../support/an-app.ts';

const match = (topic: Topic, share: number) => ({
	entry: anEntry({ topic }),
	share,
	evidence: { trained: undefined, near: 0 },
});

describe('nearestTopic()', () => {
	test.each([
		['one entry comes near', [match('food', 0.15), match('sleep', 0.01)], 'food'],
		[
			'several of a topic together come nearer than the best of another',
			[match('basics', 0.05), match('sleep', 0.04), match('sleep', 0.03)],
			'sleep',
		],
		[
			'the first of them only happens to be first',
			[match('treatments', 0.04), match('sleep', 0.03)],
			undefined,
		],
		['there are no entries', [], undefined],
	])('when %s', (_case, ranked, topic) => {
		expect(nearestTopic(ranked)).toBe(topic);
	});
});
