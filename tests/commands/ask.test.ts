import { describe, expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { browse } from '../../commands/browse.ts';
import type { Answer } from '../../src/faq/answer.ts';
import { aMember } from '../support/a-member.ts';
import { anApp, anEntry } from '../support/an-app.ts';
import { press } from '../support/press.ts';
import { customIdOf, said } from '../support/said.ts';

const kimchi = anEntry({ id: 'kimchi', title: 'Is kimchi good for me?', answer: 'It may help.' });
const sleep = anEntry({ id: 'sleep', title: 'Does sleep matter?' });

const asked: unknown[] = [];
const answering = (answer: Answer) =>
	anApp({
		faq: {
			answer: async (question) => {
				asked.push(question);
				return answer;
			},
			entry: async (_guildId, id) => (id === 'sleep' ? sleep : undefined),
			related: async () => [],
		},
	});

describe('/ask', () => {
	test('shows the card only to the one who asked', async () => {
		const reply = await ask.execute(
			{ question: ' kimchi? ' },
			answering({ band: 'answer', entry: kimchi, related: [sleep] }),
			aMember(),
		);
		expect(reply).toMatchObject({ kind: 'message', visibility: 'private' });
		expect(said(reply)).toBe(
			[
				'## Is kimchi good for me?',
				'It may help.',
				'-# Well established · Source: A publisher, reviewed 2021-06-22',
				'-# Information, not a diagnosis. For anything that worries you, see a professional.',
				'[Does sleep matter?]',
				'[Helpful]',
				'[Not helpful]',
				'[Share here]',
			].join('\n'),
		);
		expect(asked.at(-1)).toEqual({ guildId: '900', question: 'kimchi?' });
	});

	test('says whose wording it is when moderators have changed it', async () => {
		const entry = { ...kimchi, version: 2, worded: 'here' as const };
		const reply = await ask.execute(
			{ question: 'kimchi' },
			answering({ band: 'answer', entry, related: [] }),
			aMember(),
		);
		expect(said(reply)).toContain('Worded by this server’s moderators');
		expect(said(reply)).not.toContain('A publisher');
	});

	test('opens a related entry with its button, also for a member who did not ask', async () => {
		const app = answering({ band: 'answer', entry: kimchi, related: [sleep] });
		const reply = await ask.execute({ question: 'kimchi' }, app, aMember());
		const opened = await press(ask, customIdOf(reply, 'Does sleep matter?'), app, aMember({ userId: '755' }));
		expect(said(opened)).toContain('## Does sleep matter?');
	});

	test('explains a button whose entry is gone', async () => {
		const app = answering({ band: 'suggest', candidates: [kimchi] });
		const reply = await ask.execute({ question: 'kimchi' }, app, aMember());
		expect(said(await press(ask, customIdOf(reply, 'Is kimchi good for me?'), app, aMember()))).toContain(
			'no longer here',
		);
	});

	test('asks back when it is not sure', async () => {
		const reply = await ask.execute(
			{ question: 'kimchi' },
			answering({ band: 'suggest', candidates: [kimchi, sleep] }),
			aMember(),
		);
		expect(said(reply)).toBe(
			'I am not sure which of these you mean:\n[Is kimchi good for me?]\n[Does sleep matter?]',
		);
	});

	test.each([
		['the subject that is near', 'food', 'Look around: Food', 'Food: pick a question'],
		['all subjects when none is near', undefined, 'Look around', 'Pick a subject'],
	] as const)('admits that it has nothing, and offers %s', async (_what, nearest, label, opens) => {
		const app = anApp({
			faq: { answer: async () => ({ band: 'none', nearest }), browse: async () => [kimchi] },
		});
		const reply = await ask.execute({ question: 'who won' }, app, aMember());
		expect(said(reply)).toMatch(/^I don’t have that\./);
		const shelf = await press(browse, customIdOf(reply, label), app, aMember());
		expect(JSON.stringify(shelf)).toContain(opens);
	});

	test('shows the reply to a red flag and nothing else', async () => {
		const reply = await ask.execute(
			{ question: 'cannot breathe' },
			answering({ band: 'care', reply: { title: 'Call now', body: 'Your local emergency number.' } }),
			aMember(),
		);
		expect(said(reply)).toBe('## Call now\nYour local emergency number.');
	});

	test.each([{ question: 'a' }, { question: '   ' }, {}])('refuses %j kindly', async (options) => {
		await expect(ask.execute(options, anApp(), aMember())).rejects.toThrow(/question/);
	});

	test('suggests titles while the member types', () => {
		const app = anApp({
			faq: { complete: (guildId, typed) => (guildId === '900' && typed === 'kim' ? [kimchi] : []) },
		});
		expect(ask.autocomplete['question']?.('kim', app, aMember(), {})).toEqual([
			{ name: 'Is kimchi good for me?', value: 'Is kimchi good for me?' },
		]);
	});
});
