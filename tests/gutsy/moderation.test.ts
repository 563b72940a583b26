import { describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);

const at = (user: string, guildId: string = DEMO.guildId, channel = 'ask-gutsy') =>
	gutsy.discord.member(user, { guildId, channel });
const mo = () => at(DEMO.mo);
const anna = () => at(DEMO.anna);

type Outcome = Awaited<ReturnType<ReturnType<typeof mo>['slash']>>;

function shown({ message }: Outcome) {
	if (message === undefined) throw new Error('No message was shown');
	return message;
}

function form({ modal, message }: Outcome) {
	if (modal === undefined) throw new Error(`No form was shown, but: ${message?.text}`);
	return modal;
}

const KOMBUCHA = {
	title: 'Is our home-made kombucha fine?',
	answer: 'It may be for many people. Start with a small glass. Ask us in the chat how we brew it.',
	aliases: 'homebrew booch\nour kombucha',
	topic: ['food'],
	source: 'https://example.org/brewing',
};

/** Adds the server's own entry, all the way. */
async function addKombucha() {
	const preview = shown(await mo().submit(form(await mo().slash('faq-admin add')), KOMBUCHA));
	return shown(await mo().click(preview, 'Save'));
}

const asks = async (question: string, who = anna()) => shown(await who.slash('ask', { question })).text;

describe('adding an answer', () => {
	test('shows it as members will see it, then gives it to this server alone, wherever entries are met', async () => {
		const preview = shown(await mo().submit(form(await mo().slash('faq-admin add')), KOMBUCHA));
		expect(preview.text).toContain('This is what members will see');
		expect(preview.text).toContain(KOMBUCHA.answer);
		expect(await asks('homebrew booch')).not.toContain(KOMBUCHA.answer);

		expect(shown(await mo().click(preview, 'Save')).text).toContain('Saved');
		expect(await asks('homebrew booch')).toContain(KOMBUCHA.answer);
		expect(await asks('homebrew booch')).toContain('Worded by this server’s moderators');
		const titles = await anna().autocomplete('ask', { question: 'home-made komb' }, 'question');
		expect(titles.map(({ name }) => name)).toContain(KOMBUCHA.title);
		expect(await asks('homebrew booch', at(DEMO.ada, DEMO.otherGuildId))).not.toContain(KOMBUCHA.answer);
		const dm = gutsy.discord.member(DEMO.anna, 'dm');
		expect(await asks('homebrew booch', dm)).not.toContain(KOMBUCHA.answer);
	});

	test('refuses what no answer may say, and gives the text back', async () => {
		const answer = 'Kombucha cures acne. Drink it.';
		const preview = shown(
			await mo().submit(form(await mo().slash('faq-admin add')), { ...KOMBUCHA, answer }),
		);
		expect(preview.text).toContain('cannot be saved');
		expect(preview.buttons.map(({ label }) => label)).toEqual(['Write on', 'Cancel']);
		const again = form(await mo().click(preview, 'Write on'));
		const mended = shown(await mo().submit(again, { answer: KOMBUCHA.answer }));
		expect(shown(await mo().click(mended, 'Save')).text).toContain('Saved');
	});

	test('tells what is taken, and which questions would get another answer', async () => {
		const preview = shown(
			await mo().submit(form(await mo().slash('faq-admin add')), {
				...KOMBUCHA,
				aliases: 'What is the gut microbiome?',
			}),
		);
		expect(preview.text).toContain('is already a name of');
		expect(preview.text).toContain('Questions that would get another answer');
		expect(shown(await mo().click(preview, 'Cancel')).text).toContain('Nothing was changed');
	});

	test('works on after a restart between the preview and Save', async () => {
		const preview = shown(await mo().submit(form(await mo().slash('faq-admin add')), KOMBUCHA));
		await gutsy.stop();
		await gutsy.start();
		expect(shown(await mo().click(preview, 'Save')).text).toContain('Saved');
	});

	test('begins from a member’s message', async () => {
		const asked = anna().say('Does oat milk feed good bacteria?');
		const modal = form(await mo().menu('Add to FAQ', asked));
		const preview = shown(await mo().submit(modal, { answer: 'It may, a little. Try it.', topic: ['food'] }));
		expect(preview.text).toContain('Does oat milk feed good bacteria?');
		await mo().click(preview, 'Save');
		expect(await asks('Does oat milk feed good bacteria?')).toContain('It may, a little.');
	});
});

describe('two moderators at once', () => {
	test('lose no text: the second sees both, and writes on with theirs on top', async () => {
		gutsy.discord.world.setPermissions(DEMO.guildId, DEMO.ben, ['ManageGuild']);
		const ben = at(DEMO.ben);
		const first = form(await mo().slash('faq-admin edit', { entry: 'sugar' }));
		const second = form(await ben.slash('faq-admin edit', { entry: 'sugar' }));
		const mine = shown(await ben.submit(second, { answer: 'The second text. It waits.' }));
		await mo().click(shown(await mo().submit(first, { answer: 'The first text. It stands.' })), 'Save');

		const overtaken = shown(await ben.click(mine, 'Save'));
		expect(overtaken.text).toContain('Nothing was saved');
		expect(overtaken.text).toContain('The first text. It stands.');
		expect(overtaken.text).toContain('The second text. It waits.');
		const both = form(await ben.click(overtaken, 'Put both together'));
		const merged = shown(await ben.submit(both, {}));
		expect(merged.text).toContain('The first text. It stands.\n\nThe second text. It waits.');
		expect(shown(await ben.click(merged, 'Save')).text).toContain('Saved');
		expect(await asks('is sugar bad for my gut and skin?')).toContain('The second text.');
	});

	test('keep hidden what one of them hid while the other wrote', async () => {
		gutsy.discord.world.setPermissions(DEMO.guildId, DEMO.ben, ['ManageGuild']);
		const ben = at(DEMO.ben);
		const written = form(await ben.slash('faq-admin edit', { entry: 'sugar' }));
		const mine = shown(await ben.submit(written, { answer: 'The second text. It waits.' }));
		await mo().click(shown(await mo().slash('faq-admin hide', { entry: 'sugar' })), 'Hide');

		const overtaken = shown(await ben.click(mine, 'Save'));
		expect(overtaken.text).toContain('It is hidden from members.');
		const merged = shown(await ben.submit(form(await ben.click(overtaken, 'Put both together')), {}));
		expect(merged.text).toContain('This answer is hidden, and stays so');
		expect(shown(await ben.click(merged, 'Save')).text).toContain('Saved');
		expect(await asks('is sugar bad for my gut and skin?')).not.toContain('The second text.');
		await mo().select(shown(await mo().slash('faq-admin restore')), 'Pick an answer', ['sugar']);
		expect(await asks('is sugar bad for my gut and skin?')).toContain('The second text.');
	});
});

describe('who curates by a role', () => {
	test('gets the form from a process that knows nothing yet, and is refused once the role is gone', async () => {
		const { world, clock } = gutsy.discord;
		const ben = at(DEMO.ben);
		clock.set(Date.UTC(2027, 11, 1));
		world.setPermissions(DEMO.guildId, DEMO.ben, ['ManageGuild']);
		await mo().slash('faq-admin settings', { role: DEMO.dailyRole });
		const due = shown(await ben.slash('faq-admin review'));
		const [option] = due.selects[0]?.options ?? [];
		world.setPermissions(DEMO.guildId, DEMO.ben, []);
		world.setRoles(DEMO.guildId, DEMO.ben, [DEMO.dailyRole]);
		await gutsy.stop();
		await gutsy.start();
		const entry = shown(await ben.select(due, 'Pick an answer', [option?.value ?? '']));
		const first = form(await ben.click(entry, 'Edit'));
		const preview = shown(await ben.submit(first, { answer: 'A text of Ben’s. Read it.' }));
		expect(preview.text).toContain('This is what members will see');

		const second = form(await ben.click(entry, 'Edit'));
		world.setRoles(DEMO.guildId, DEMO.ben, []);
		expect(shown(await ben.submit(second, { answer: 'Another.' })).text).toContain('for moderators');
		expect(shown(await ben.click(preview, 'Save')).text).toContain('for moderators');
		expect(await asks(option?.label ?? '')).not.toContain('A text of Ben’s.');
	});
});

describe('a shipped answer in other words', () => {
	test('is still found by what led to it before, and the preview says so', async () => {
		const written = form(await mo().slash('faq-admin edit', { entry: 'sugar' }));
		const fields = { title: 'Sweet things', aliases: 'cake', answer: 'Our own words. Less may help.' };
		const preview = shown(await mo().submit(written, fields));
		expect(preview.text).toContain('Whatever led to the answer that Gutsy ships leads to this one');
		expect(preview.text).not.toContain('would lose');
		await mo().click(preview, 'Save');
		for (const question of ['Is sugar bad for my gut and skin?', 'does sugar make my skin worse', 'cake'])
			expect(await asks(question)).toContain('Our own words.');
	});
});

describe('while typing', () => {
	const suggested = async (subcommand: string, typed: string) =>
		(await mo().autocomplete(`faq-admin ${subcommand}`, { entry: typed }, 'entry')).map(({ name }) => name);
	const SUGAR = 'Is sugar bad for my gut and skin?';

	test('moderators are offered the entries that they can do it to', async () => {
		await addKombucha();
		await asks('homebrew booch', mo());
		for (const subcommand of ['edit', 'hide', 'history'])
			expect(await suggested(subcommand, 'is sugar')).toContain(SUGAR);
		expect(await suggested('delete', 'is sugar')).toEqual([]);
		expect(await suggested('delete', '')).toEqual([KOMBUCHA.title]);

		await mo().click(shown(await mo().slash('faq-admin hide', { entry: 'sugar' })), 'Hide');
		await asks('homebrew booch', mo());
		for (const subcommand of ['edit', 'hide'])
			expect(await suggested(subcommand, 'is sugar')).not.toContain(SUGAR);
		expect(await suggested('history', 'is sugar')).toContain(SUGAR);
		expect(shown(await mo().slash('faq-admin history', { entry: 'sugar' })).text).toContain(' hid ');
	});
});

describe('taking away', () => {
	test('hides after a question, restores, and undoes', async () => {
		const question = shown(await mo().slash('faq-admin hide', { entry: 'sugar' }));
		expect(question.text).toContain('Questions that would get another answer');
		const hidden = shown(await mo().click(question, 'Hide'));
		expect(hidden.text).toContain('Hidden');
		expect(await asks('Is sugar bad for my gut and skin?')).not.toContain(
			'Is sugar bad for my gut and skin?\n',
		);
		await mo().click(hidden, 'Undo');
		expect(await asks('Is sugar bad for my gut and skin?')).toContain('Is sugar bad for my gut and skin?');

		await mo().click(shown(await mo().slash('faq-admin hide', { entry: 'sugar' })), 'Hide');
		const back = shown(await mo().slash('faq-admin restore'));
		await mo().select(back, 'Pick an answer', ['sugar']);
		expect(await asks('Is sugar bad for my gut and skin?')).toContain('Is sugar bad for my gut and skin?');
	});

	test('deletes only what the server wrote, and brings it back', async () => {
		expect(shown(await mo().slash('faq-admin delete', { entry: 'sugar' })).text).toContain(
			'cannot be deleted',
		);
		await addKombucha();
		const question = shown(await mo().slash('faq-admin delete', { entry: KOMBUCHA.title }));
		const deleted = shown(await mo().click(question, 'Delete'));
		expect(await asks('homebrew booch')).not.toContain(KOMBUCHA.answer);
		await mo().click(deleted, 'Undo');
		expect(await asks('homebrew booch')).toContain(KOMBUCHA.answer);
	});

	test('does nothing more than a minute after it asked', async () => {
		const question = shown(await mo().slash('faq-admin hide', { entry: 'sugar' }));
		gutsy.discord.clock.set(gutsy.discord.clock.now() + 125_000);
		expect(shown(await mo().click(question, 'Hide')).text).toContain('too old');
	});
});

describe('bringing earlier words back', () => {
	const KEFIR = {
		title: 'Is our kefir fine?',
		answer: 'It may be. Try a little.',
		aliases: 'homebrew booch',
		topic: ['food'],
	};

	async function add(fields: typeof KEFIR) {
		const preview = shown(await mo().submit(form(await mo().slash('faq-admin add')), fields));
		return shown(await mo().click(preview, 'Save'));
	}

	test('asks first when a name is another answer’s by now', async () => {
		await addKombucha();
		const without = form(await mo().slash('faq-admin edit', { entry: KOMBUCHA.title }));
		const preview = shown(await mo().submit(without, { aliases: 'our kombucha' }));
		const saved = shown(await mo().click(preview, 'Save'));
		await add(KEFIR);

		const asked = shown(await mo().click(saved, 'Undo'));
		expect(asked.text).toContain('“homebrew booch” is already a name of “Is our kefir fine?”');
		expect(asked.buttons.map(({ label }) => label)).toContain('Save');
		expect(await asks('homebrew booch')).toContain(KEFIR.answer);
		expect(shown(await mo().click(asked, 'Save')).text).toContain('Saved');
		const past = shown(await mo().slash('faq-admin history', { entry: KOMBUCHA.title }));
		expect(past.text).toContain('took back a change of');
	});

	test('asks first when what was hidden has a name that is another answer’s by now', async () => {
		await addKombucha();
		const question = shown(await mo().slash('faq-admin hide', { entry: KOMBUCHA.title }));
		await mo().click(question, 'Hide');
		await add(KEFIR);
		const list = shown(await mo().slash('faq-admin restore'));
		const [option] = list.selects[0]?.options ?? [];
		const asked = shown(await mo().select(list, 'Pick an answer', [option?.value ?? '']));
		expect(asked.text).toContain('is already a name of “Is our kefir fine?”');
		await mo().click(asked, 'Save');
		expect(await asks(KOMBUCHA.title)).toContain(KOMBUCHA.answer);
	});

	test('is refused where they say what no answer may, and can be written on', async () => {
		await addKombucha();
		const edit = form(await mo().slash('faq-admin edit', { entry: KOMBUCHA.title }));
		await mo().click(shown(await mo().submit(edit, { answer: 'A newer text. Read it.' })), 'Save');
		// As if it had been saved before that was asked.
		const key = `gutsy:{g${DEMO.guildId}}:revisions`;
		const stored = (await redis.client.hget(key, '2')) ?? '';
		await redis.client.hset(key, '2', stored.replace(KOMBUCHA.answer, 'Kombucha cures acne. Drink it.'));

		const past = shown(await mo().slash('faq-admin history', { entry: KOMBUCHA.title }));
		const refused = shown(await mo().click(past, 'Undo 2'));
		expect(refused.text).toContain('This cannot be saved as it is');
		expect(refused.buttons.map(({ label }) => label)).toEqual(['Write on', 'Cancel']);
		const again = form(await mo().click(refused, 'Write on'));
		const mended = shown(await mo().submit(again, { answer: 'It may help. Try it.' }));
		await mo().click(mended, 'Save');
		expect(await asks('homebrew booch')).toContain('It may help. Try it.');
	});

	test('asks first when a test question would lose its answer', async () => {
		const saved = await addKombucha();
		await mo().slash('faq-admin test', { question: 'homebrew booch', entry: KOMBUCHA.title });
		const asked = shown(await mo().click(saved, 'Undo'));
		expect(asked.text).toContain('Members would no longer get this answer');
		expect(asked.text).toContain(`“homebrew booch”: “${KOMBUCHA.title}” →`);
		expect(await asks('homebrew booch')).toContain(KOMBUCHA.answer);
		await mo().click(asked, 'Save');
		expect(await asks('homebrew booch')).not.toContain(KOMBUCHA.answer);
	});

	test('asks once for all of an import', async () => {
		const data =
			'id,title,topic,answer\noat-milk,Oat milk?,food,It may help.\nsugar,Sugar?,food,Less may help.\n';
		const file = { filename: 'answers.csv', data, contentType: 'text/csv' };
		const done = shown(await mo().click(shown(await mo().slash('faq-admin import', { file })), 'Import 2'));
		await add({ ...KEFIR, aliases: 'Is sugar bad for my gut and skin?' });
		const asked = shown(await mo().click(done, 'Undo all 2'));
		expect(asked.text).toContain('2 answers would be changed together');
		expect(asked.text).toContain('is already a name of “Is our kefir fine?”');
		await mo().click(asked, 'Save');
		expect(await asks('Oat milk?')).not.toContain('It may help.');
	});
});

describe('history', () => {
	test('says who changed what, word by word, and takes any step back, also against what came since', async () => {
		for (const answer of ['One small text. It is first.', 'One big text. It is first.'])
			await mo().click(
				shown(await mo().submit(form(await mo().slash('faq-admin edit', { entry: 'sugar' })), { answer })),
				'Save',
			);
		const past = shown(await mo().slash('faq-admin history', { entry: 'sugar' }));
		expect(past.text).toContain('One ~~small~~**big** text.');
		expect(past.text).toContain(`<@${DEMO.mo}> changed **Is sugar bad for my gut and skin?**`);
		expect(past.pings).toEqual({ everyone: false, users: [], roles: [] });

		const since = shown(await mo().click(past, 'Undo 1'));
		expect(since.text).toContain('was changed again since');
		await mo().click(since, 'Undo anyway');
		expect(await asks('Is sugar bad for my gut and skin?')).toContain('Source: Parsley Health');
		const newer = shown(await mo().slash('faq-admin history', { entry: 'sugar' }));
		expect(newer.text).toContain('took back a change of **Is sugar bad for my gut and skin?** (change 1)');
		await mo().click(newer, 'Undo 3');
		expect(await asks('Is sugar bad for my gut and skin?')).toContain('One big text.');
	});

	test('goes on over pages', async () => {
		for (let count = 1; count <= 4; count += 1)
			await mo().click(
				shown(
					await mo().submit(form(await mo().slash('faq-admin edit', { entry: 'sugar' })), {
						answer: `Text ${count} of four. Read it.`,
					}),
				),
				'Save',
			);
		const past = shown(await mo().slash('faq-admin history'));
		const older = shown(await mo().click(past, 'Older'));
		expect(older.text).toContain('**1** ·');
		expect(shown(await mo().click(older, 'Newest')).text).toContain('**4** ·');
	});
});

describe('the inbox', () => {
	async function send(question: string, who = anna()) {
		const missed = shown(await who.slash('ask', { question }));
		await who.submit(form(await who.click(missed, 'Send this to the moderators')), {});
	}

	test('puts the same questions together, and a new entry answers and empties it', async () => {
		await send('how many bicycles fit in a shed');
		await send('How many bicycles fit in the shed??', at(DEMO.ben));
		const list = shown(await mo().slash('faq-admin inbox'));
		expect(list.text).toContain('**1** question that');
		const [option] = list.selects[0]?.options ?? [];
		expect(option?.label).toMatch(/^2×/);
		const question = shown(await mo().select(list, 'Pick a question', [option?.value ?? '']));
		expect(question.text).toContain('Sent 2 times');
		const modal = form(await mo().click(question, 'Create entry'));
		const preview = shown(
			await mo().submit(modal, { answer: 'About four. Measure first.', topic: ['basics'] }),
		);
		expect(shown(await mo().click(preview, 'Save')).text).toContain('has left the inbox');
		expect(await asks('how many bicycles fit in a shed')).toContain('About four.');
		expect(shown(await mo().slash('faq-admin inbox')).text).toContain('The inbox is empty');
	});

	test('shows what a member wrote as it was typed: no heading, no link under other words', async () => {
		await send('# [free kefir](https://evil.example) bicycles zzz');
		const list = shown(await mo().slash('faq-admin inbox'));
		const question = shown(
			await mo().select(list, 'Pick a question', [list.selects[0]?.options[0]?.value ?? '']),
		);
		expect(question.text).toContain('\\# \\[free kefir\\](https://evil.example)');
	});

	test('adds a question to an entry as another name, or dismisses it', async () => {
		await send('quokka snack ladder');
		await send('purple tractor songs');
		const pick = async (text: string) => {
			const list = shown(await mo().slash('faq-admin inbox'));
			const option = list.selects[0]?.options.find(({ label }) => label.includes(text));
			return shown(await mo().select(list, 'Pick a question', [option?.value ?? '']));
		};
		const question = await pick('quokka');
		const [entry] = question.selects[0]?.options ?? [];
		const preview = shown(await mo().select(question, 'Add as another name to …', [entry?.value ?? '']));
		expect(shown(await mo().click(preview, 'Save')).text).toContain('has left the inbox');
		expect(await asks('quokka snack ladder')).toContain(entry?.label);
		await mo().click(await pick('tractor'), 'Dismiss');
		expect(shown(await mo().slash('faq-admin inbox')).text).toContain('The inbox is empty');
	});
});

describe('looking after answers', () => {
	test('brings up what is past its day, and notes that it is still right', async () => {
		gutsy.discord.clock.set(Date.UTC(2027, 11, 1));
		const due = shown(await mo().slash('faq-admin review'));
		const [first] = due.selects[0]?.options ?? [];
		const entry = shown(await mo().select(due, 'Pick an answer', [first?.value ?? '']));
		expect(entry.text).toContain('To be read again by');
		const noted = shown(await mo().click(entry, 'Still right'));
		expect(noted.text).toContain('It comes up again on 2028-');
		expect(noted.selects[0]?.options.map(({ value }) => value)).not.toContain(first?.value);
		expect(await asks(first?.label ?? '')).not.toContain('Worded by this server’s moderators');
		const more = shown(await mo().select(noted, 'Pick an answer', ['>']));
		expect(more.selects[0]?.options.map(({ label }) => label)).toContain('Back …');
	});

	test('counts questions and how they ended, and draws it', async () => {
		await asks('what is the gut microbiome');
		await asks('how many bicycles fit in a shed');
		const stats = shown(await mo().slash('faq-admin stats', { days: 7 }));
		expect(stats.text).toContain('2 questions were asked. Answered directly: 1.');
		expect(stats.text).toContain('What is the gut microbiome?: shown 1');
		expect(stats.attachments.map(({ filename }) => filename)).toEqual(['stats.png']);
	});

	test('saves test questions, also from an answer, and checks them', async () => {
		await mo().slash('faq-admin test', { question: 'is kimchi good for my skin?', entry: 'sugar' });
		const answer = shown(await mo().slash('ask', { question: 'what is the gut microbiome' }));
		expect(shown(await mo().click(answer, 'Save as test question')).text).toContain(
			'It gets that answer now',
		);
		const checked = shown(await mo().slash('faq-admin check'));
		expect(checked.text).toContain('**1 of 2**');
		expect(checked.text).toContain('should get “Is sugar bad for my gut and skin?”');
		const all = shown(await mo().slash('faq-admin tests'));
		const wrong = all.selects[0]?.options.find(({ label }) => label.includes('kimchi'));
		await mo().select(all, 'Remove …', [wrong?.value ?? '']);
		expect(shown(await mo().slash('faq-admin check')).text).toContain('**1 of 1**');
	});

	test('saves no test question that gets directions to care before any answer', async () => {
		const question = { question: 'i want to end my life', entry: 'sugar' };
		expect(shown(await mo().slash('faq-admin test', question)).text).toContain('directions to care');
		expect(shown(await mo().slash('faq-admin tests')).text).toContain('no test questions yet');
	});
});

describe('files', () => {
	const file = (data: string, filename = 'answers.csv') => ({
		file: { filename, data, contentType: 'text/csv' },
	});
	const CSV =
		'id,title,topic,answer\noat-milk,Oat milk?,food,It may help. Try it.\nsugar,Sugar?,food,Less may help. Try it.\n';

	test('are looked at first, then imported as one, and undone as one', async () => {
		const plan = shown(await mo().slash('faq-admin import', file(CSV)));
		expect(plan.text).toContain('Added: 1 · Changed: 1 · Unchanged: 0 · Invalid: 0');
		expect(await asks('Oat milk?')).not.toContain('It may help. Try it.');
		const done = shown(await mo().click(plan, 'Import 2'));
		expect(await asks('Oat milk?')).toContain('It may help. Try it.');
		await mo().click(done, 'Undo all 2');
		expect(await asks('Oat milk?')).not.toContain('It may help. Try it.');
		expect(await asks('Is sugar bad for my gut and skin?')).toContain('Source: Parsley Health');
	});

	test('that are wrong change nothing, and say where', async () => {
		const plan = shown(await mo().slash('faq-admin import', file(`${CSV}oat-milk,Twice,food,Text.\n`)));
		expect(plan.text).toContain('line 4, id: The same id stands on line 2.');
		expect(plan.text).toContain('Invalid: 1');
		expect(plan.buttons).toEqual([]);
		const long = `${CSV}long,${'x'.repeat(120)},food,${'x'.repeat(4_120)}\n`;
		const told = shown(await mo().slash('faq-admin import', file(long)));
		expect(told.text).toContain('Invalid: 1 (2 mistakes)');
		expect(told.text).toContain('line 4, answer: The answer is 4,120 characters long; at most 1,200 fit.');
		const cure = shown(
			await mo().slash('faq-admin import', file('id,title,topic,answer\nx,X,food,Kefir cures acne.\n')),
		);
		expect(cure.text).toContain('Nothing was imported');
	});

	test.each(['json', 'yaml', 'csv'])('exported as %s change nothing when imported', async (format) => {
		await addKombucha();
		for (const what of ['overlay', 'everything']) {
			const exported = shown(await mo().slash('faq-admin export', { what, format }));
			const [attachment] = exported.attachments;
			const data = await (await fetch(attachment?.url ?? '')).text();
			expect(data).toContain(KOMBUCHA.title);
			const plan = shown(await mo().slash('faq-admin import', file(data, `answers.${format}`)));
			expect(plan.text).toContain('There is nothing to import');
		}
	});
});

describe('a second moderator', () => {
	const ben = () => at(DEMO.ben);

	async function askForApproval() {
		gutsy.discord.world.setPermissions(DEMO.guildId, DEMO.ben, ['ManageGuild']);
		await mo().slash('faq-admin settings', { approval: true });
		return addKombucha();
	}

	test('approves what the first one wrote, who cannot', async () => {
		expect((await askForApproval()).text).toContain('wants a second moderator');
		expect(await asks('homebrew booch')).not.toContain(KOMBUCHA.answer);
		const own = shown(await mo().slash('faq-admin drafts'));
		const id = own.selects[0]?.options[0]?.value ?? '';
		expect(
			shown(await mo().select(own, 'Pick one to look at', [id])).buttons.map(({ label }) => label),
		).toEqual(['Take it back', 'Back']);
		const draft = shown(
			await ben().select(shown(await ben().slash('faq-admin drafts')), 'Pick one to look at', [id]),
		);
		expect(draft.text).toContain(KOMBUCHA.answer);
		const note = form(await ben().click(draft, 'Approve'));
		expect(shown(await ben().submit(note, { note: 'Well put' })).text).toContain('Approved');
		expect(await asks('homebrew booch')).toContain(KOMBUCHA.answer);
		expect(shown(await ben().slash('faq-admin history')).text).toContain(`approved by <@${DEMO.ben}>`);
		expect(shown(await ben().slash('faq-admin history')).text).toContain('> Well put');
	});

	test('needs the right still when the note is sent', async () => {
		await askForApproval();
		const list = shown(await ben().slash('faq-admin drafts'));
		const draft = shown(
			await ben().select(list, 'Pick one to look at', [list.selects[0]?.options[0]?.value ?? '']),
		);
		const note = form(await ben().click(draft, 'Approve'));
		gutsy.discord.world.setPermissions(DEMO.guildId, DEMO.ben, []);
		expect(shown(await ben().submit(note, {})).text).toContain('for moderators');
		expect(await asks('homebrew booch')).not.toContain(KOMBUCHA.answer);
	});

	test('reads all of an import before approving it', async () => {
		gutsy.discord.world.setPermissions(DEMO.guildId, DEMO.ben, ['ManageGuild']);
		await mo().slash('faq-admin settings', { approval: true });
		const data =
			'id,title,topic,answer\noat-milk,Oat milk?,food,It may help.\nsugar,Sugar?,food,Less may help.\n';
		const file = { filename: 'answers.csv', data, contentType: 'text/csv' };
		const plan = shown(await mo().slash('faq-admin import', { file }));
		expect(shown(await mo().click(plan, 'Import 2')).text).toContain('yours waits');
		const list = shown(await ben().slash('faq-admin drafts'));
		const draft = shown(
			await ben().select(list, 'Pick one to look at', [list.selects[0]?.options[0]?.value ?? '']),
		);
		expect(draft.text).toContain('import: Oat milk?');
		expect(draft.text).toContain('import: Sugar?');
		expect(draft.attachments.map(({ filename }) => filename)).toEqual(['changes.json']);
		expect(shown(await ben().submit(form(await ben().click(draft, 'Approve')), {})).text).toContain(
			'Approved',
		);
		expect(await asks('Oat milk?')).toContain('It may help.');
	});

	test('puts it together with what was changed since, as another change to approve', async () => {
		gutsy.discord.world.setPermissions(DEMO.guildId, DEMO.ben, ['ManageGuild']);
		const edit = form(await mo().slash('faq-admin edit', { entry: 'sugar' }));
		const mine = shown(await mo().submit(edit, { answer: 'The waiting text. It waits.' }));
		const later = form(await ben().slash('faq-admin edit', { entry: 'sugar' }));
		const theirs = shown(await ben().submit(later, { answer: 'The faster text. It stands.' }));
		await mo().slash('faq-admin settings', { approval: true });
		await mo().click(mine, 'Save');
		await mo().slash('faq-admin settings', { approval: false });
		await ben().click(theirs, 'Save');
		await mo().slash('faq-admin settings', { approval: true });

		const list = shown(await ben().slash('faq-admin drafts'));
		const draft = shown(
			await ben().select(list, 'Pick one to look at', [list.selects[0]?.options[0]?.value ?? '']),
		);
		const overtaken = shown(await ben().submit(form(await ben().click(draft, 'Approve')), {}));
		expect(overtaken.text).toContain('They wrote\n```\n');
		const both = form(await ben().click(overtaken, 'Put both together'));
		const merged = shown(await ben().submit(both, {}));
		expect(merged.text).toContain('The faster text. It stands.\n\nThe waiting text. It waits.');
		expect(shown(await ben().click(merged, 'Save')).text).toContain('yours waits');
	});

	test('rejects it with a note', async () => {
		await askForApproval();
		const list = shown(await ben().slash('faq-admin drafts'));
		const draft = shown(
			await ben().select(list, 'Pick one to look at', [list.selects[0]?.options[0]?.value ?? '']),
		);
		const rejected = shown(
			await ben().submit(form(await ben().click(draft, 'Reject')), { note: 'Too strong' }),
		);
		expect(rejected.text).toContain('Too strong');
		expect(rejected.attachments.map(({ filename }) => filename)).toEqual(['rejected.json']);
		expect(shown(await ben().slash('faq-admin drafts')).text).toContain('No change waits');

		const news = () =>
			mo()
				.sees()
				.filter(({ text }) => text.includes('Yours, decided'));
		await mo().slash('faq-admin stats');
		const told = await gutsy.discord.until(() => news().at(0));
		expect(told).toMatchObject({ ephemeral: true, text: expect.stringContaining(`<@${DEMO.ben}> rejected`) });
		expect(told.text).toContain('> Too strong');
		expect(told.attachments.map(({ filename }) => filename)).toEqual(['rejected-1.json']);
		await mo().slash('faq-admin stats');
		await mo().slash('faq-admin drafts');
		await gutsy.discord.until(() => news().at(1));
		expect(news()).toHaveLength(2);
	});

	test('and who presses Save twice at once save and tell once', async () => {
		const log = at(DEMO.mo, DEMO.guildId, 'mod-log');
		await mo().slash('faq-admin settings', { 'audit-channel': log.channelId });
		const preview = shown(await mo().submit(form(await mo().slash('faq-admin add')), KOMBUCHA));
		await Promise.all([mo().click(preview, 'Save'), mo().click(preview, 'Save')]);
		const told = log.sees().filter(({ text }) => text.includes(`<@${DEMO.mo}> added`));
		expect(told).toHaveLength(1);
	});
});

describe('the channel for changes', () => {
	test('is told of each, with an Undo that checks who presses it', async () => {
		const log = at(DEMO.mo, DEMO.guildId, 'mod-log');
		await mo().slash('faq-admin settings', { 'audit-channel': log.channelId });
		await addKombucha();
		const told = log.sees().find(({ text }) => text.includes(`<@${DEMO.mo}> added`));
		expect(told?.pings).toEqual({ everyone: false, users: [], roles: [] });
		if (told === undefined) throw new Error('Nothing was told');
		const member = at(DEMO.anna, DEMO.guildId, 'mod-log');
		expect(shown(await member.click(told, 'Undo')).text).toContain('for moderators');
		await log.click(told, 'Undo');
		expect(await asks('homebrew booch')).not.toContain(KOMBUCHA.answer);
	});

	test('is one where Gutsy may write, or nothing is changed', async () => {
		const { world, botUserId } = gutsy.discord;
		const { id } = world.channel(DEMO.guildId, 'mod-log');
		world.setOverwrite(id, { id: botUserId, deny: ['SendMessages'] });
		const refused = shown(await mo().slash('faq-admin settings', { 'audit-channel': id }));
		expect(refused.text).toContain('I may not write in that channel.');
		expect(shown(await mo().slash('faq-admin settings')).text).toContain('no channel');
	});

	test('hears of new settings, also when it is told nothing more', async () => {
		const log = at(DEMO.mo, DEMO.guildId, 'mod-log');
		await mo().slash('faq-admin settings', { 'audit-channel': log.channelId });
		await mo().slash('faq-admin settings', { clear: 'audit-channel', approval: true });
		expect(log.sees().at(-1)?.text).toContain('Changes are told in: no channel');
		expect(log.sees().at(-1)?.text).toContain('has to approve every change');
	});

	test('that takes nothing any more is told to the moderator, and the change stands', async () => {
		const log = at(DEMO.mo, DEMO.guildId, 'mod-log');
		await mo().slash('faq-admin settings', { 'audit-channel': log.channelId });
		gutsy.discord.faults.onRoute(new RegExp(`POST /channels/${log.channelId}/messages`), {
			answer: { kind: 'status', status: 403, body: { message: 'Missing Access', code: 50001 } },
		});
		expect((await addKombucha()).text).toContain('could not be told');
		expect(await asks('homebrew booch')).toContain(KOMBUCHA.answer);
	});
});

describe('with Redis down', () => {
	test('answers and red flags still come, and a change is refused with the text given back', async () => {
		const modal = form(await mo().slash('faq-admin add'));
		await redis.stop();
		const refused = shown(await mo().submit(modal, KOMBUCHA));
		expect(refused.text).toContain(KOMBUCHA.answer);
		expect(await asks('what is the gut microbiome')).toContain('What is the gut microbiome?');
		expect(await asks('ate shrimp and now my throat is closing up')).toMatch(/emergency/i);
	});
});
