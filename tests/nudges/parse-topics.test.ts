import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { parseTopics } from '../../src/nudges/parse-topics.ts';

describe('parseTopics()', () => {
	test.each([
		['one topic', 'sleep', ['sleep']],
		['a list with commas', 'sleep, stress', ['sleep', 'stress']],
		['a sum', 'sleep+diet', ['sleep', 'diet']],
		['a sentence', 'Sleep and Stress', ['sleep', 'stress']],
		['a full sentence', 'sleep, stress, and diet', ['sleep', 'stress', 'diet']],
		['any order, listed in ours', 'diet sleep', ['sleep', 'diet']],
		['a topic named twice once', 'diet & DIET', ['diet']],
		['all', ' All ', ['sleep', 'stress', 'diet']],
		['everything', 'everything', ['sleep', 'stress', 'diet']],
	])('reads %s', (_case, typed, topics) => {
		expect(parseTopics(typed)).toEqual(topics);
	});

	test.each(['', '  ', 'and', 'running', 'sleep, running', 'all, running'])(
		'refuses "%s" with an example',
		(typed) => {
			expect(() => parseTopics(typed)).toThrow(UserError);
			expect(() => parseTopics(typed)).toThrow('“sleep, stress”');
		},
	);
});
