import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/faq/sentences.ts';

describe('sentencesOf()', () => {
	test.each([
		[
			'at full stops, question and exclamation marks',
			'Why? Who knows. Try it!',
			['Why?', 'Who knows.', 'Try it!'],
		],
		['not inside numbers', 'Try 2.5 cups a day.', ['Try 2.5 cups a day.']],
		[
			'after a closing quote',
			'Some say "leaky gut." It is a nickname.',
			['Some say "leaky gut."', 'It is a nickname.'],
		],
		['at list items', '- Sleep\n- Eat', ['Sleep', 'Eat']],
		['without Markdown', 'See *[this](https://example.org)*. Type `/ask`.', ['See this.', 'Type /ask.']],
		['never, when there is nothing', ' \n ', []],
	])('splits %s', (_case, text, sentences) => {
		expect(sentencesOf(text)).toStrictEqual(sentences);
	});
});
