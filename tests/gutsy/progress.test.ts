import { describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { optIn } from '../support/opt-in.ts';
import { useRedis } from '../support/redis.ts';

const gutsy = useGutsy(useRedis());
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

const anna = () => gutsy.discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
const annaInDm = () => gutsy.discord.member(DEMO.anna, 'dm');

/** Lets days pass, and answers each day’s nudge with the button of that label. */
async function answer(labels: readonly string[]): Promise<void> {
	for (const [day, label] of labels.entries()) {
		await gutsy.moveTo(NOW + HOUR + day * DAY + 20_000);
		const nudge = await gutsy.discord.until(() =>
			annaInDm()
				.directMessages()
				.filter(({ buttons }) => buttons.some((each) => each.label === 'Later'))
				.at(-1),
		);
		await annaInDm().click(nudge, label);
	}
}

async function show() {
	const { message } = await anna().slash('progress');
	if (message === undefined) throw new Error('Nothing was answered');
	return message;
}

describe('/progress', () => {
	test('shows what was answered to nudges, with a picture, to the member alone', async () => {
		expect((await show()).text).toContain('You get no nudges');
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC', programme: true });
		expect((await show()).text).toContain('**Sleep**: its first day is still to come.');
		await answer(['Done', 'Not today', 'Done']);
		const message = await show();
		expect(message.ephemeral).toBe(true);
		expect(message.text).toContain('Done 2 of the last 3. Days done: 2 in 7 days');
		expect(message.text).toContain('3 of 14 days have come');
		const [picture] = message.attachments;
		expect(picture).toMatchObject({
			filename: 'progress.png',
			contentType: 'image/png',
			description: expect.stringContaining('Done on 2 of the 3 days that counted in the last 4 weeks'),
		});
		const bytes = Buffer.from(await (await fetch(picture?.url ?? '')).arrayBuffer());
		expect(bytes.subarray(0, 4)).toEqual(PNG);
		expect(gutsy.discord.member(DEMO.ben, { guildId: DEMO.guildId, channel: 'ask-gutsy' }).sees()).toEqual(
			[],
		);
	});

	test('switches the recap in place and keeps the picture', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		await answer(['Done']);
		const shown = await show();
		const { message } = await anna().click(shown, 'Recap on Sundays: off');
		expect(message?.id).toBe(shown.id);
		expect(message?.buttons.map(({ label }) => label)).toEqual(['Recap on Sundays: on']);
		expect(message?.attachments.map(({ filename }) => filename)).toEqual(['progress.png']);
		const { message: status } = await anna().slash('nudges status');
		expect(status?.text).toContain('Sunday’s nudge looks back on your week.');
	});

	test('says that nudges are paused, and counts nothing as missed meanwhile', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		await answer(['Done', 'Done']);
		const before = /taking root, \d+ %/.exec((await show()).text)?.[0];
		await anna().slash('nudges pause', { until: '30 days' });
		await gutsy.moveTo(NOW + 20 * DAY);
		const { text } = await show();
		expect(text).toContain('Paused until');
		expect(text).toContain(before);
	});
});
