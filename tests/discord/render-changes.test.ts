import type { RawFile } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Revision } from '../../src/app.ts';
import { ALIAS_ROOM, ANSWER_ROOM, MOST_ALIASES, TITLE_ROOM } from '../../src/core/entry-texts.ts';
import { checkTotals } from '../../src/discord/check-totals.ts';
import { readCustomId } from '../../src/discord/custom-id.ts';
import { renderChanges } from '../../src/discord/render-changes.ts';
import { MOST_ENTRIES } from '../../src/moderation/commit-script.ts';
import { aRevision, aState, someTexts } from './a-revision.ts';

const LARGEST_FILE = 10 * 2 ** 20;
const MEMBER = '9'.repeat(20);

/** The most that an entry can say, all of one sign. */
const full = (sign: string) =>
	aState({
		version: 999_999,
		by: MEMBER,
		hidden: true,
		reviewBy: '2027-05-01',
		texts: someTexts({
			title: sign.repeat(TITLE_ROOM),
			answer: sign.repeat(ANSWER_ROOM),
			aliases: Array.from({ length: MOST_ALIASES }, () => sign.repeat(ALIAS_ROOM)),
			source: `https://example.org/${'x'.repeat(280)}`,
		}),
	});

const largest = (n: number, [was, is]: readonly [string, string]): Revision =>
	aRevision({
		n: 1_000_000 + n,
		change: 'x'.repeat(24),
		entry: `${'e'.repeat(46)}-${n % 1_000}`,
		kind: 'undo',
		before: full(was),
		after: full(is),
		by: MEMBER,
		undoes: 900_000 + n,
		approvedBy: MEMBER,
	});

const SIGNS = [
	['wide letters', ['界', '限']],
	['marks', ['*', '\\']],
	['pictures of two units', ['🍱', '🥗'].map((sign) => sign.slice(0, 2))],
	['signs that JSON spells out', ['\u0001', '\u0002']],
	['line breaks', ['a\n', 'b\n']],
] as const;

const sizeOf = (files: readonly RawFile[]) =>
	files.reduce((sum, { data }) => sum + Buffer.byteLength(String(data)), 0);

const textsOf = (value: unknown) => JSON.stringify(value);

describe('the news of a change', () => {
	test.each(SIGNS)('fits into a message at its largest: %s', (_what, [was = '', is = '']) => {
		const { body, files } = renderChanges([largest(1, [was, is])], () => undefined);
		expect(checkTotals(body.components)).toEqual([]);
		expect(files).toHaveLength(1);
	});

	test(`fits for ${MOST_ENTRIES} entries at once, names ten and says how many more`, () => {
		const many = Array.from({ length: MOST_ENTRIES }, (_none, n) => largest(n, ['界', '限']));
		const { body, files } = renderChanges(many, () => undefined);
		expect(checkTotals(body.components)).toEqual([]);
		expect(textsOf(body.components)).toContain(`- and ${MOST_ENTRIES - 10} more, all in the file`);
		expect(sizeOf(files)).toBeGreaterThan(0);
	});

	test('keeps the file within what Discord takes, for all that one import can bring', () => {
		// An import is at most 1 MiB of text; what it takes the place of may have come with another.
		const many = Array.from({ length: 170 }, (_none, n) => largest(n, ['界', '限']));
		expect(Buffer.byteLength(JSON.stringify(many.map(({ after }) => after)))).toBeGreaterThan(2 ** 20);
		expect(sizeOf(renderChanges(many, () => undefined).files)).toBeLessThan(LARGEST_FILE);
	});

	test('pings nobody, and shows mentions in an answer as text', () => {
		const after = aState({ texts: someTexts({ answer: '@everyone <@&123456789012345678>' }) });
		const { body } = renderChanges([aRevision({ after })], () => undefined);
		expect(body.allowed_mentions).toEqual({ parse: [] });
		expect(textsOf(body.components)).toContain(JSON.stringify('\\@everyone \\<\\@&1234').slice(1, -1));
	});

	test('shows a short difference whole, without a file', () => {
		const { body, files } = renderChanges([aRevision()], () => undefined);
		expect(files).toEqual([]);
		expect(body.attachments).toEqual([]);
		expect(textsOf(body.components)).toContain('**Eat more kimchi.**');
	});

	test('has before and after of every entry in its file, in order', () => {
		const before = aState({ texts: someTexts({ title: 'Old' }) });
		const revisions = [aRevision({ before }), aRevision({ n: 2, entry: 'sleep' })];
		const { files, body } = renderChanges(revisions, () => undefined);
		expect(JSON.parse(String(files[0]?.data))).toEqual([
			{ entry: 'kimchi', before, after: revisions[0]?.after },
			{ entry: 'sleep', before: null, after: revisions[1]?.after },
		]);
		expect(body.attachments).toEqual([{ id: 0, filename: 'changes.json' }]);
		expect(textsOf(body.components)).toContain('attachment://changes.json');
	});

	test.each([
		['one revision by its number', [aRevision({ n: 41 })], 'Undo', { route: 'faq.undo', params: ['41'] }],
		[
			'a whole change by its id',
			[aRevision(), aRevision({ n: 2 })],
			'Undo all 2',
			{ route: 'faq.undo-all', params: ['abcdefghijkl'] },
		],
	])('can be undone by anybody who may: %s', (_what, revisions, label, id) => {
		const row = renderChanges(revisions, () => undefined).body.components.at(-1);
		const [undo] = row && 'components' in row ? row.components : [];
		expect(undo).toMatchObject({ label });
		const customId = undo && 'custom_id' in undo ? undo.custom_id : '';
		expect(readCustomId(customId)).toMatchObject({ ...id, owner: 'anyone' });
	});

	test('cannot be of nothing', () => {
		expect(() => renderChanges([], () => undefined)).toThrow(RangeError);
	});
});
