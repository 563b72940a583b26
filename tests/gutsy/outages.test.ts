import { describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);

const anna = () => gutsy.discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'ask-gutsy' });

describe('with Redis down', () => {
	test('questions are still answered, and red flags still sent to care', async () => {
		await redis.killHard();
		const answer = await anna().slash('ask', { question: 'what is the gut microbiome' });
		expect(answer.message?.text).toContain('What is the gut microbiome?');
		const care = await anna().slash('ask', { question: 'my throat is closing up' });
		expect(care.message?.text).toMatch(/emergency/i);
	});

	test('a nudge command apologises with a reference, and works again when Redis is back', async () => {
		await redis.killHard();
		const failed = await anna().slash('nudges status');
		const reference = /`([0-9a-f]{8})`/.exec(failed.message?.text ?? '')?.[1];
		expect(reference).toBeDefined();
		expect(gutsy.log.lines.map(({ fields }) => fields['reference'])).toContain(reference);
		await redis.restart();
		await expect
			.poll(async () => (await anna().slash('nudges status')).message?.text)
			.toContain('You get no nudges');
	});
});

describe('with the gateway dropped', () => {
	test('a question asked meanwhile is answered after the connection is back', async () => {
		gutsy.discord.faults.dropGateway();
		const { message } = await anna().slash('ask', { question: 'what is the gut microbiome' });
		expect(message?.text).toContain('What is the gut microbiome?');
	});
});

describe('the commands', () => {
	test('are registered with the ids that /help makes clickable', async () => {
		const { message } = await anna().slash('help');
		expect(message?.text).toMatch(/<\/ask:\d+>/);
		expect(message?.text).toMatch(/<\/nudges start:\d+>/);
	});
});
