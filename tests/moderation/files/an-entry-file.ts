import fc from 'fast-check';
import { type EntryTexts, TOPICS } from '../../../src/core/entry-texts.ts';
import type { EntryRow } from '../../../src/moderation/files/entry-row.ts';

type Row = Omit<EntryRow, 'line'>;

/** Text as people and machines may write it: quotes, commas, what spreadsheets run, other scripts. */
const inLine = (longest: number) =>
	fc
		.string({
			unit: fc.oneof(
				{ weight: 4, arbitrary: fc.constantFrom(...'aAé ,;:\'"=+-@#*&!|>%?{}[]<>`~\\/０＝界🙂\t') },
				{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
			),
			minLength: 1,
			maxLength: longest,
		})
		.map((text) =>
			text
				.replace(/(?!\t)\p{Cc}|[\u2028\u2029]/gu, ' ')
				.trim()
				.slice(0, longest)
				.trim(),
		)
		.filter(
			(text) =>
				text !== '' && !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text),
		);

const paragraphs = fc
	.array(inLine(80), { minLength: 1, maxLength: 4 })
	.map((lines) => lines.join('\n'))
	.map((text) => text.trim())
	.filter((text) => text !== '');

const source = fc
	.webUrl({ validSchemes: ['https'], size: 'small' })
	.filter((url) => url.length <= 300 && URL.canParse(url));

const texts: fc.Arbitrary<EntryTexts> = fc.record(
	{
		title: inLine(60).filter((title) => /[\p{L}\p{N}]/u.test(title)),
		answer: paragraphs,
		aliases: fc.array(inLine(40), { maxLength: 4 }),
		topic: fc.constantFrom(...TOPICS),
		source,
	},
	{ requiredKeys: ['title', 'answer', 'aliases', 'topic'] },
);

const id = fc
	.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 4 })
	.map((words) => words.join('-'));

export const someRows: fc.Arbitrary<Row[]> = fc.uniqueArray(
	fc
		.record({ id, hidden: fc.boolean(), texts: fc.option(texts, { nil: undefined }) })
		.map(({ id, hidden, texts }): Row => ({ id, hidden, texts })),
	{ selector: ({ id }) => id, minLength: 1, maxLength: 8 },
);

/** An entry with nothing special about it. */
export function aRow(changes: Partial<Row> = {}): Row {
	return {
		id: 'kimchi',
		hidden: false,
		texts: {
			title: 'Is kimchi good for me?',
			answer: 'It may help some people. Start with a little.',
			aliases: ['kimchi', 'fermented cabbage'],
			topic: 'food',
			source: 'https://example.org/kimchi',
		},
		...changes,
	};
}
