import { describe, expect, test } from 'vitest';
import { scene } from '../../../src/sandbox/page-server/protocol/scene.ts';
import { requestDetails } from '../../../src/sandbox/page-server/protocol/shown-request.ts';
import { answers } from '../../../src/sandbox/page-server/protocol/to-page.ts';
import { aBot } from '../support/a-bot.ts';
import { aServedScene, connectAs, type ServedScene } from './support.ts';

const ask = {
	name: 'ask',
	description: 'Ask',
	options: [{ type: 3, name: 'question', description: 'What?', autocomplete: true }],
};
const secret = { name: 'secret', description: 'For moderators', default_member_permissions: '32' };

async function withBot(served: ServedScene) {
	return aBot(served, [ask, secret], async (interaction) => {
		if (interaction.isAutocomplete())
			await interaction.respond([{ name: interaction.options.getFocused(), value: 'v' }]);
		else if (interaction.isChatInputCommand())
			await interaction.reply({ content: `Said ${interaction.options.getString('question')}`, flags: 64 });
	});
}

describe('what the page is told', () => {
	test('is the whole scene of one person', async () => {
		const served = await aServedScene();
		served.alice.say('Hello');
		const viewer = await connectAs(served);
		const seen = scene.parse(await viewer.ask({ do: 'look', userId: served.alice.userId }));
		expect(seen.meId).toBe(served.alice.userId);
		expect(seen.servers.map(({ name, channels }) => [name, channels.map((each) => each.name)])).toEqual([
			['Gut', ['general']],
		]);
		expect(seen.messages.map(({ content }) => content)).toEqual(['Hello']);
		expect(seen.cast.map(({ part }) => part)).toEqual(['Member', 'Moderator of Gut']);
	});

	test('is about the first of the cast when nobody is named', async () => {
		const served = await aServedScene();
		const viewer = await connectAs(served);
		expect(scene.parse(await viewer.ask({ do: 'look', userId: '123' })).meId).toBe(served.alice.userId);
	});

	test('is a private answer only for whom it is', async () => {
		const served = await aServedScene();
		await withBot(served);
		const [alice, bob] = [
			await connectAs(served, served.alice.userId),
			await connectAs(served, served.bobId),
		];
		const { channelId } = served.alice;
		const begun = answers.slash.parse(
			await alice.ask({ do: 'slash', channelId, name: 'ask', options: { question: 'q' } }),
		);
		expect((await alice.next('message')).message).toMatchObject({ content: 'Said q', ephemeral: true });
		const states = [await alice.next('interaction'), await alice.next('interaction')];
		expect(states.map(({ interaction }) => [interaction.id, interaction.state])).toEqual([
			[begun.interactionId, 'pending'],
			[begun.interactionId, 'acknowledged'],
		]);
		await alice.ask({ do: 'say', channelId, text: 'Public' });
		expect((await bob.next('message')).message.content).toBe('Public');
		expect(bob.untaken()).not.toContain('interaction');
	});

	test('is which commands there are, for this person here', async () => {
		const served = await aServedScene();
		await withBot(served);
		const names = async (userId: string) => {
			const viewer = await connectAs(served, userId);
			const told = await viewer.ask({ do: 'commands', channelId: served.alice.channelId });
			return answers.commands.parse(told).commands.map(({ name }) => name);
		};
		expect(await names(served.alice.userId)).toEqual(['ask']);
		expect(await names(served.bobId)).toEqual(['ask', 'secret']);
	});

	test('is what the bot suggests', async () => {
		const served = await aServedScene();
		await withBot(served);
		const viewer = await connectAs(served);
		const { channelId } = served.alice;
		const told = await viewer.ask({
			do: 'suggest',
			channelId,
			name: 'ask',
			options: { question: 'typed' },
			focused: 'question',
		});
		expect(answers.suggest.parse(told).choices).toEqual([{ name: 'typed', value: 'v' }]);
	});

	test('is why something cannot be done', async () => {
		const served = await aServedScene();
		const viewer = await connectAs(served);
		const { channelId } = served.alice;
		const refused = viewer.ask({ do: 'slash', channelId, name: 'nothing', options: {} });
		await expect(refused).rejects.toThrow('cannot use "nothing" here');
		await expect(viewer.ask({ do: 'say', channelId: '1', text: 'x' })).rejects.toThrow('no channel 1');
	});

	test('is every request of the bot, with what was sent on asking', async () => {
		const served = await aServedScene();
		const viewer = await connectAs(served);
		await withBot(served);
		await viewer.next('request');
		const { request } = await viewer.next('request');
		expect(request).toMatchObject({ method: 'PUT', status: 200, problems: [] });
		const details = requestDetails.parse(await viewer.ask({ do: 'request', requestId: request.id }));
		expect(details.body).toContain('"name": "ask"');
	});
});

describe('what the page can move and break', () => {
	test('is the clock, by a step, to a moment, to the next message, and back', async () => {
		const asked: string[] = [];
		const served = await aServedScene({
			async nextMessageAt(userId) {
				asked.push(userId);
				return Date.UTC(2030, 0, 1);
			},
		});
		const viewer = await connectAs(served);
		const before = served.discord.clock.now();
		await viewer.ask({ do: 'clock', move: { by: 3_600_000 } });
		expect((await viewer.next('clock')).now).toBeGreaterThanOrEqual(before + 3_600_000);
		await viewer.ask({ do: 'clock', move: { to: Date.UTC(2029, 0, 1) } });
		expect(new Date(served.discord.clock.now()).getUTCFullYear()).toBe(2029);
		await viewer.ask({ do: 'clock', move: 'next-message' });
		expect(new Date(served.discord.clock.now()).getUTCFullYear()).toBe(2030);
		expect(asked).toEqual([served.alice.userId]);
		await viewer.ask({ do: 'clock', move: 'real-time' });
		expect(served.discord.clock.now()).toBeLessThan(Date.UTC(2029, 0, 1));
	});

	test('is not the clock to a message that nobody plans', async () => {
		const viewer = await connectAs(await aServedScene());
		await expect(viewer.ask({ do: 'clock', move: 'next-message' })).rejects.toThrow('Nothing is planned');
	});

	test('is what Discord answers the bot, on every open page', async () => {
		const served = await aServedScene();
		const [one, other] = [await connectAs(served), await connectAs(served)];
		const status = async () => (await fetch(`${served.discord.apiUrl}/v10/users/@me`)).status;
		await one.ask({ do: 'fault', fault: { kind: 'requests', answer: '500' } });
		expect((await other.next('troubles')).troubles.requests).toBe('500');
		expect(await status()).toBe(500);
		await other.ask({ do: 'fault', fault: { kind: 'requests', answer: '429' } });
		expect(await status()).toBe(429);
		await one.ask({ do: 'fault', fault: { kind: 'requests', answer: 'ordinary' } });
		expect(await status()).toBe(401);
	});

	test('is whether someone takes direct messages', async () => {
		const served = await aServedScene();
		const viewer = await connectAs(served);
		await viewer.ask({ do: 'fault', fault: { kind: 'dms', userId: served.bobId, open: false } });
		expect((await viewer.next('scene')).scene.troubles.closedDms).toEqual([served.bobId]);
	});

	test('is the store, one move after the other', async () => {
		const moves: string[] = [];
		const move = (name: string) => async () => {
			moves.push(`${name} begins`);
			await new Promise((resolve) => setImmediate(resolve));
			moves.push(`${name} ends`);
		};
		const viewer = await connectAs(
			await aServedScene({ store: { stop: move('stop'), start: move('start') } }),
		);
		const play = (running: boolean) => viewer.ask({ do: 'fault', fault: { kind: 'store', running } });
		await Promise.all([play(false), play(false), play(true)]);
		expect(moves).toEqual(['stop begins', 'stop ends', 'start begins', 'start ends']);
	});

	test('is not a store that nobody gave', async () => {
		const viewer = await connectAs(await aServedScene());
		const play = viewer.ask({ do: 'fault', fault: { kind: 'store', running: false } });
		await expect(play).rejects.toThrow('cannot be stopped from here');
	});
});
