import { describe, expect, test } from 'vitest';
import { bothTexts } from '../../../commands/routes/faq-admin/both-texts.ts';
import type { EntryTexts } from '../../../src/core/entry-texts.ts';

const theirs: EntryTexts = { title: 'Kefir?', answer: 'Try it.', aliases: ['kefir'], topic: 'food' };
const show = (mine: EntryTexts) => {
	const { components, files = [] } = bothTexts(
		{ heading: 'It now says', texts: theirs },
		{ heading: 'You wrote', texts: mine },
	);
	return { said: JSON.stringify(components), files };
};

describe('bothTexts()', () => {
	test.each<[string, Partial<EntryTexts>, string, string]>([
		['titles', { title: 'Kefir at night?' }, 'Title:\\nKefir?', 'Title:\\nKefir at night?'],
		['answers', { answer: 'Sip it.' }, 'Answer:\\nTry it.', 'Answer:\\nSip it.'],
		['other names', { aliases: ['sour milk'] }, 'Other names:\\nkefir', 'Other names:\\nsour milk'],
		['subjects', { topic: 'sleep' }, 'Subject:\\nFood', 'Subject:\\nSleep'],
		['sources', { source: 'https://example.org/' }, 'Source:\\nnone', 'Source:\\nhttps://example.org/'],
	])('shows the %s of both where they differ, and nothing else', (_what, changes, one, other) => {
		const { said, files } = show({ ...theirs, ...changes });
		expect(said).toContain(`### It now says\\n\`\`\`\\n${one}\\n\`\`\``);
		expect(said).toContain(`### You wrote\\n\`\`\`\\n${other}\\n\`\`\``);
		expect(files).toEqual([]);
	});

	test('says that the other one is deleted, and shows all of this one', () => {
		const [deleted, mine] = [
			{ heading: 'It now says', texts: undefined },
			{ heading: 'You wrote', texts: theirs },
		];
		const said = JSON.stringify(bothTexts(deleted, mine).components);
		for (const part of ['Nothing: it was deleted.', 'Kefir?', 'Try it.', 'kefir', 'Food'])
			expect(said).toContain(part);
	});

	test.each([
		['are too long for a message', 'x'.repeat(1_200)],
		['would end the block that they stand in', 'Type ``` here.'],
	])('gives them whole in a file where they %s', (_why, answer) => {
		const aliases = Array.from({ length: 20 }, (_none, n) => `${n} ${'y'.repeat(90)}`);
		const { said, files } = show({ ...theirs, answer, aliases, title: 'Mine' });
		expect(said).toContain('What is different');
		const whole = String(files[0]?.data);
		for (const part of ['Kefir?', 'Mine', 'Try it.', answer, 'kefir', ...aliases])
			expect(whole).toContain(part);
	});
});
