import { describe, expect, test } from 'vitest';
import { aDiscord } from './support/a-discord.ts';
import { gatewayUrl, identify, login, openGateway } from './support/raw-gateway.ts';

const guilds = 1 << 0;
const guildMessages = 1 << 9;
const messageContent = 1 << 15;

describe('the gateway', () => {
	test('greets, logs in and sends each server to those who asked for servers', async () => {
		const scene = await aDiscord({ heartbeatInterval: 30_000 });
		const gateway = await login(scene, guilds);
		expect(gateway.frames[0]).toMatchObject({ op: 10, d: { heartbeat_interval: 30_000 } });
		expect(gateway.ready).toMatchObject({
			v: 10,
			user: { id: scene.discord.botUserId, bot: true },
			guilds: [{ id: scene.guildId, unavailable: true }],
			application: { id: scene.discord.applicationId },
			shard: [0, 1],
		});
		const { d: guild } = await gateway.next('GUILD_CREATE');
		expect(guild).toMatchObject({ id: scene.guildId, name: 'Gut', channels: [{ name: 'general' }] });
		expect(guild.roles[0].id).toBe(guild.id);
		expect(guild.members[0].user.id).toBe(scene.discord.botUserId);
	});

	test('sends no server to a bot without intents', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene);
		gateway.send({ op: 1, d: 1 });
		await gateway.next((frame) => frame.op === 11);
		expect(gateway.frames.map((frame) => frame.t)).not.toContain('GUILD_CREATE');
	});

	test.each([
		['something that is no JSON', 'hello', 4002],
		['a frame that is too large', JSON.stringify({ op: 3, d: 'x'.repeat(4096) }), 4002],
		['an opcode nobody knows', { op: 77, d: null }, 4001],
		['a presence before the login', { op: 3, d: {} }, 4003],
		['a wrong token', identify('wrong'), 4004],
		['intents that are no number', identify('TOKEN', 'all'), 4013],
		['intents that do not exist', identify('TOKEN', 2 ** 30), 4013],
		['a privileged intent that was not granted', identify('TOKEN', messageContent), 4014],
		['a shard that cannot be', identify('TOKEN', 0, { shard: [2, 2] }), 4010],
		['a resume with a wrong token', { op: 6, d: { token: 'wrong', session_id: 'x', seq: 1 } }, 4004],
	])('closes on %s', async (_case, frame, code) => {
		const scene = await aDiscord();
		const gateway = openGateway(scene);
		await gateway.next(({ op }) => op === 10);
		gateway.send(
			typeof frame === 'string' ? frame : JSON.stringify(frame).replace('TOKEN', scene.discord.token),
		);
		expect(await gateway.closed).toBe(code);
	});

	test('closes on a second login', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene);
		gateway.send(identify(scene.discord.token));
		expect(await gateway.closed).toBe(4005);
	});

	test('closes on more than 120 frames a minute', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene);
		for (let count = 0; count < 121; count += 1) gateway.send({ op: 1, d: null });
		expect(await gateway.closed).toBe(4008);
	});

	test('closes a connection whose heart does not beat', async () => {
		const scene = await aDiscord({ heartbeatInterval: 30 });
		const gateway = await login(scene);
		expect(await gateway.closed).toBe(4009);
	});

	test('knows version 10, plain JSON and nothing else', async () => {
		const scene = await aDiscord();
		scene.expectProblems(/Gateway asked for with compress zlib-stream/);
		const gateway = openGateway(scene, `${gatewayUrl(scene.discord)}&compress=zlib-stream`);
		expect(await gateway.closed).toBe(4012);
	});

	test('grants a privileged intent when it is set up so', async () => {
		const scene = await aDiscord({ grantedIntents: messageContent });
		const gateway = await login(scene, messageContent | guildMessages);
		scene.alice.say('kimchi');
		expect((await gateway.next('MESSAGE_CREATE')).d.content).toBe('kimchi');
	});

	test('keeps the words of others from a bot without that intent', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene, guildMessages);
		scene.alice.say('kimchi');
		scene.alice.say(`<@${scene.discord.botUserId}> kimchi`);
		expect((await gateway.next('MESSAGE_CREATE')).d.content).toBe('');
		expect((await gateway.next('MESSAGE_CREATE')).d.content).toContain('kimchi');
	});

	test('answers a request for members', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene);
		gateway.send({ op: 8, d: { guild_id: scene.guildId, user_ids: [scene.alice.userId, '1'], nonce: 'n' } });
		expect((await gateway.next('GUILD_MEMBERS_CHUNK')).d).toMatchObject({
			members: [{ user: { username: 'alice' } }],
			not_found: ['1'],
			nonce: 'n',
		});
	});
});

describe('a session', () => {
	test('is resumed: what was missed comes again, then RESUMED', async () => {
		const scene = await aDiscord();
		const first = await login(scene, guildMessages);
		first.cut();
		await first.closed;
		scene.alice.say('while you were away');

		const second = openGateway(scene);
		await second.next(({ op }) => op === 10);
		second.send({ op: 6, d: { token: scene.discord.token, session_id: first.ready.session_id, seq: 1 } });
		const missed = await second.next('MESSAGE_CREATE');
		expect(missed.s).toBe(2);
		expect((await second.next('RESUMED')).s).toBe(3);
	});

	test.each([
		['ends with close code', 1000, false],
		['ends with close code', 1001, false],
		['outlives close code', 4200, true],
	])('%s %i', async (_case, code, kept) => {
		const scene = await aDiscord();
		const first = await login(scene);
		first.close(code);
		await first.closed;
		await scene.discord.until(() => scene.discord.gatewayTraffic.connected === 0);
		const second = openGateway(scene);
		await second.next(({ op }) => op === 10);
		second.send({ op: 6, d: { token: scene.discord.token, session_id: first.ready.session_id, seq: 1 } });
		const answer = await second.next(({ op, t }) => op === 9 || t === 'RESUMED');
		expect(answer).toMatchObject(kept ? { t: 'RESUMED' } : { op: 9, d: false });
	});

	test('cannot be resumed from the future', async () => {
		const scene = await aDiscord();
		const first = await login(scene);
		first.cut();
		const second = openGateway(scene);
		await second.next(({ op }) => op === 10);
		second.send({ op: 6, d: { token: scene.discord.token, session_id: first.ready.session_id, seq: 99 } });
		expect(await second.closed).toBe(4007);
	});

	test('is gone when sessions are forgotten', async () => {
		const scene = await aDiscord();
		const first = await login(scene);
		scene.discord.faults.forgetSessions();
		scene.discord.faults.dropGateway();
		await first.closed;
		const second = openGateway(scene);
		await second.next(({ op }) => op === 10);
		second.send({ op: 6, d: { token: scene.discord.token, session_id: first.ready.session_id, seq: 1 } });
		expect(await second.next(({ op }) => op === 9)).toMatchObject({ d: false });
	});
});

describe('gateway faults', () => {
	test('ask for a heartbeat and a reconnect, and invalidate the session', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene);
		scene.discord.faults.op1();
		scene.discord.faults.op7();
		scene.discord.faults.op9(true);
		expect((await gateway.next(({ op }) => op === 1)).op).toBe(1);
		expect((await gateway.next(({ op }) => op === 7)).op).toBe(7);
		expect((await gateway.next(({ op }) => op === 9)).d).toBe(true);
	});

	test('drop connections with a code', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene);
		scene.discord.faults.dropGateway({ code: 4000 });
		expect(await gateway.closed).toBe(4000);
	});

	test('mute acknowledgements', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene);
		scene.discord.faults.muteAcks(true);
		gateway.send({ op: 1, d: 1 });
		await scene.discord.until(() => scene.discord.gatewayTraffic.heartbeats === 1);
		scene.discord.faults.muteAcks(false);
		gateway.send({ op: 1, d: 1 });
		await gateway.next(({ op }) => op === 11);
		expect(gateway.frames.filter(({ op }) => op === 11)).toHaveLength(1);
	});

	test('refuse logins', async () => {
		const scene = await aDiscord();
		scene.discord.faults.refuseIdentify(4004);
		const gateway = openGateway(scene);
		await gateway.next(({ op }) => op === 10);
		gateway.send(identify(scene.discord.token));
		expect(await gateway.closed).toBe(4004);
	});
});
