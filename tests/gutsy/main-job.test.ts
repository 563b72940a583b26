import { describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { optIn } from '../support/opt-in.ts';
import { useRedis } from '../support/redis.ts';

const gutsy = useGutsy(useRedis());
const HOUR = 3_600_000;

const asking = (user: string, guildId: string = DEMO.guildId) =>
	gutsy.discord.member(user, { guildId, channel: 'ask-gutsy' });

describe('asking', () => {
	test('gets a private card, with the way to what is related', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', { question: 'is kimchi good for my skin?' });
		expect(message).toMatchObject({ ephemeral: true });
		expect(message?.text).toContain('Fermented foods');
		expect(message?.text).toContain('Information, not a diagnosis');
		expect(asking(DEMO.ben).sees()).toEqual([]);
		const [related] = message?.buttons ?? [];
		const opened = message && related && (await anna.click(message, related.label));
		expect(opened?.message?.text).toContain(related?.label);
	});

	test('completes titles while typing, in spite of a slip', async () => {
		const choices = await asking(DEMO.anna).autocomplete('ask', { question: 'microbiom' }, 'question');
		expect(choices.map(({ name }) => name)).toContain('What is the gut microbiome?');
	});

	test('sends a red flag to care', async () => {
		const { message } = await asking(DEMO.anna).slash('ask', {
			question: 'ate shrimp and now my throat is closing up',
		});
		expect(message?.text).toMatch(/emergency/i);
		expect(message?.buttons).toEqual([]);
	});

	test('works in direct messages with Gutsy', async () => {
		const { message } = await gutsy.discord
			.member(DEMO.anna, 'dm')
			.slash('ask', { question: 'what is the gut microbiome' });
		expect(message?.text).toContain('What is the gut microbiome?');
	});
});

describe('nudges', () => {
	test('come once, at the member’s own time, after a greeting', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await optIn(anna, {
			topics: 'sleep',
			time: '9:30pm',
			timezone: 'Europe/Berlin',
		});
		expect(message?.text).toContain('**Sleep** daily at 21:30, Europe/Berlin');
		expect(anna.directMessages().map(({ text }) => text)).toEqual([
			expect.stringContaining('Hello from Gutsy'),
		]);

		const strike = Date.UTC(2026, 10, 22, 20, 30);
		await gutsy.moveTo(strike - HOUR);
		await gutsy.moveTo(strike + 20_000);
		const nudge = await gutsy.discord.until(() => anna.directMessages()[1]);
		expect(nudge.buttons.map(({ label }) => label)).toEqual(['Done', 'Not today', 'Later', 'Why?', 'Stop']);
		await gutsy.moveTo(strike + HOUR);
		expect(anna.directMessages()).toHaveLength(2);

		await gutsy.moveTo(strike + 24 * HOUR + 20_000);
		const second = await gutsy.discord.until(() => anna.directMessages()[2]);
		expect(second.text).not.toBe(nudge.text);
	});

	test('explain themselves and stop at a tap, also after a restart and 30 days later', async () => {
		const anna = asking(DEMO.anna);
		await optIn(anna, { topics: 'sleep', time: '10', timezone: 'UTC' });
		await gutsy.moveTo(NOW + HOUR + 20_000);
		const nudge = await gutsy.discord.until(() => anna.directMessages()[1]);
		await gutsy.stop();
		await gutsy.start({ roles: ['gateway'] });
		gutsy.discord.clock.set(NOW + 30 * 24 * HOUR);

		const dm = gutsy.discord.member(DEMO.anna, 'dm');
		expect((await dm.click(nudge, 'Why?')).message?.text).toContain('Information, not a diagnosis');
		expect((await dm.click(nudge, 'Stop')).message?.text).toContain('No more nudges will come');
		expect((await anna.slash('nudges status')).message?.text).toContain('You get no nudges');
	});

	test('are not turned on for closed direct messages, and the member is told', async () => {
		gutsy.discord.faults.closeDms(DEMO.anna);
		const anna = asking(DEMO.anna);
		const { message } = await optIn(anna, { topics: 'all', timezone: 'Berlin' });
		expect(message?.text).toContain('nothing was turned on');
		expect((await anna.slash('nudges status')).message?.text).toContain('You get no nudges');
	});

	test('find a time zone by its city while typing', async () => {
		const choices = await asking(DEMO.anna).autocomplete(
			'nudges start',
			{ topics: 'sleep', timezone: 'lisb' },
			'timezone',
		);
		expect(choices[0]).toMatchObject({ value: 'Europe/Lisbon' });
	});

	test('survive a restart of Gutsy', async () => {
		const anna = asking(DEMO.anna);
		await optIn(anna, { topics: 'diet', time: '10:00', timezone: 'UTC' });
		await gutsy.stop();
		await gutsy.start();
		expect((await anna.slash('nudges status')).message?.text).toContain('**Diet** daily at 10:00, UTC');
		await gutsy.moveTo(NOW + HOUR + 20_000);
		await gutsy.discord.until(() => anna.directMessages()[1]);
	});
});

describe('moderating', () => {
	test('changes what this server’s members are told at once, and nobody else', async () => {
		const mo = asking(DEMO.mo);
		const question = 'What is the gut microbiome?';
		const { modal } = await mo.slash('faq-admin edit', { entry: 'gut-microbiome' });
		expect(modal).toBeDefined();
		const answer = 'Our own words about tiny helpers. Ask us for more.';
		const preview = modal && (await mo.submit(modal, { answer })).message;
		expect(preview?.text).toContain(answer);
		if (preview) await mo.click(preview, 'Save');

		expect((await asking(DEMO.anna).slash('ask', { question })).message?.text).toContain(answer);
		expect(
			(await asking(DEMO.ada, DEMO.otherGuildId).slash('ask', { question })).message?.text,
		).not.toContain(answer);
		expect(
			(await gutsy.discord.member(DEMO.anna, 'dm').slash('ask', { question })).message?.text,
		).not.toContain(answer);

		await gutsy.stop();
		await gutsy.start();
		expect((await asking(DEMO.anna).slash('ask', { question })).message?.text).toContain(answer);
	});

	test('is refused to a moderator who lost the right while the form was open', async () => {
		const mo = asking(DEMO.mo);
		const { modal } = await mo.slash('faq-admin edit', { entry: 'gut-microbiome' });
		gutsy.discord.world.setPermissions(DEMO.guildId, DEMO.mo, []);
		const refused = modal && (await mo.submit(modal, { answer: 'Not any more.' }));
		expect(refused?.message?.text).toContain('for moderators');
	});

	test('never lets stored text ping anybody', async () => {
		const mo = asking(DEMO.mo);
		const { modal } = await mo.slash('faq-admin edit', { entry: 'gut-microbiome' });
		const preview =
			modal && (await mo.submit(modal, { answer: `Ask @everyone or <@${DEMO.anna}>. They know.` })).message;
		expect(preview?.pings).toEqual({ everyone: false, users: [], roles: [] });
		if (preview) await mo.click(preview, 'Save');
		const { message } = await asking(DEMO.anna).slash('ask', { question: 'What is the gut microbiome?' });
		expect(message?.text).toContain('@everyone');
		expect(message?.pings).toEqual({ everyone: false, users: [], roles: [] });
	});
});
