import { beforeEach, describe, expect, test } from 'vitest';
import { createServerRegister } from '../../src/privacy/server-register.ts';
import { createServers, KEPT_DAYS, type ServerPart } from '../../src/privacy/servers.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const DAY = 86_400_000;

/** A Discord in which Gutsy is in some servers, some of which an outage hides. */
function aDiscord() {
	const servers = new Set<string>();
	const hidden = new Set<string>();
	const asked: string[] = [];
	return {
		servers,
		hidden,
		asked,
		list: async () => [...servers].filter((id) => !hidden.has(id)),
		async isIn(id: string) {
			asked.push(id);
			return hidden.has(id) ? ('unknown' as const) : servers.has(id);
		},
	};
}

let discord: ReturnType<typeof aDiscord>;
let done: string[];
let used: boolean;
let now: number;
let inDoubt: boolean;

beforeEach(() => {
	discord = aDiscord();
	done = [];
	used = false;
	inDoubt = false;
	now = Date.parse('2026-01-05T08:00Z');
});

function aPart(name: string): ServerPart {
	const note = (what: string) => async (guildId: string) => void done.push(`${name} ${what} ${guildId}`);
	return { leave: note('leaves'), comeBack: note('is back in'), erase: note('is erased of') };
}

const register = () => createServerRegister(redis.client);

function look(parts: readonly ServerPart[] = [aPart('posts'), { isUsed: async () => used }]) {
	return createServers({
		register: register(),
		discord,
		parts,
		time: { read: async () => (inDoubt ? undefined : now) },
	}).look();
}

describe('a server', () => {
	test('that Gutsy is in is known, and nothing happens to it', async () => {
		discord.servers.add('1').add('2');
		expect(await look()).toEqual({ left: 0, cameBack: 0, erased: 0 });
		expect(await register().here()).toEqual(new Set(['1', '2']));
		expect(done).toEqual([]);
	});

	test('that Gutsy was removed from gets nothing more, and keeps everything for thirty days', async () => {
		discord.servers.add('1').add('2');
		await look();
		discord.servers.delete('1');
		expect(await look()).toMatchObject({ left: 1 });
		expect(done).toEqual(['posts leaves 1']);
		now += KEPT_DAYS * DAY - 1;
		await look();
		expect(done).toEqual(['posts leaves 1']);
		now += 1;
		expect(await look()).toMatchObject({ erased: 1 });
		expect(done).toEqual(['posts leaves 1', 'posts is erased of 1']);
		now += 90 * DAY;
		await look();
		expect(done).toHaveLength(2);
		expect(await redis.client.keys('*')).toEqual(['gutsy:{servers}:here']);
	});

	test('to which Gutsy comes back has lost nothing, and its time begins anew', async () => {
		discord.servers.add('1');
		await look();
		discord.servers.delete('1');
		await look();
		now += 20 * DAY;
		discord.servers.add('1');
		expect(await look()).toMatchObject({ cameBack: 1 });
		discord.servers.delete('1');
		await look();
		now += 20 * DAY;
		await look();
		expect(done).toEqual(['posts leaves 1', 'posts is back in 1', 'posts leaves 1']);
	});

	test('that an outage hides has not been left, however long it takes', async () => {
		discord.servers.add('1');
		await look();
		discord.hidden.add('1');
		await look();
		now += 90 * DAY;
		await look();
		expect(discord.asked).toEqual(['1', '1']);
		expect(done).toEqual([]);
	});

	test('is not erased while Discord does not say whether Gutsy is back', async () => {
		discord.servers.add('1');
		await look();
		discord.servers.delete('1');
		await look();
		now += 31 * DAY;
		discord.hidden.add('1');
		expect(await look()).toMatchObject({ erased: 0 });
		discord.hidden.delete('1');
		expect(await look()).toMatchObject({ erased: 1 });
	});

	test('is neither left nor erased while the time is in doubt, and its posts go on when Gutsy is back', async () => {
		discord.servers.add('1').add('2');
		await look();
		discord.servers.delete('1');
		await look();
		now += 31 * DAY;
		inDoubt = true;
		discord.servers.delete('2');
		expect(await look()).toEqual({ left: 0, cameBack: 0, erased: 0 });
		discord.servers.add('1');
		expect(await look()).toEqual({ left: 0, cameBack: 1, erased: 0 });
		expect(done).toEqual(['posts leaves 1', 'posts is back in 1']);
	});

	test('in which members still use Gutsy is not erased', async () => {
		discord.servers.add('1');
		await look();
		discord.servers.delete('1');
		await look();
		now += 31 * DAY;
		used = true;
		expect(await look()).toMatchObject({ erased: 0 });
		used = false;
		expect(await look()).toMatchObject({ erased: 1 });
	});

	test('that Gutsy was never in, but whose members have it with them, is left alone', async () => {
		discord.servers.add('1');
		await look();
		now += 90 * DAY;
		await look();
		expect(discord.asked).toEqual([]);
	});

	test('is left again by the next look when the first was cut off half-way', async () => {
		discord.servers.add('1');
		await look();
		discord.servers.delete('1');
		const cutOff = {
			leave: async () => {
				throw new Error('Redis is away');
			},
		};
		await expect(look([aPart('posts'), cutOff])).rejects.toMatchObject({ cause: new Error('Redis is away') });
		await look();
		expect(done).toEqual(['posts leaves 1', 'posts leaves 1']);
	});
});

test('a list that is empty by mistake asks about fifty servers a look, and ends nothing', async () => {
	for (let id = 1; id <= 1_200; id += 1) discord.servers.add(String(id));
	await look();
	expect((await register().here()).size).toBe(1_200);
	for (const id of discord.servers) discord.hidden.add(id);
	await look();
	expect(discord.asked).toHaveLength(50);
	expect(done).toEqual([]);
});

test('servers in which Gutsy is used go on and on hold up none in which it is not', async () => {
	for (let id = 1; id <= 60; id += 1) discord.servers.add(String(id));
	await look();
	discord.servers.clear();
	await look();
	await look();
	now += KEPT_DAYS * DAY;
	expect(await look([{ isUsed: async (id) => id !== '60' }, aPart('votes')])).toMatchObject({ erased: 1 });
	expect(done).toContain('votes is erased of 60');
});

test('a server with which something goes wrong holds up no other, and is told of', async () => {
	const cannotBeRead = async (id: string) => {
		if (id === '1') throw new Error('Corrupt value');
	};
	const parts = [{ leave: cannotBeRead, comeBack: cannotBeRead, erase: cannotBeRead }, aPart('posts')];
	discord.servers.add('1').add('2').add('3');
	await look();
	discord.servers.clear();
	await expect(look(parts)).rejects.toThrow('could not be seen to: 1');
	expect(done).toEqual(['posts leaves 2', 'posts leaves 3']);
	await look();
	discord.servers.add('1').add('2');
	await expect(look(parts)).rejects.toThrow('could not be seen to: 1');
	expect(done).toContain('posts is back in 2');
	discord.servers.clear();
	await look();
	now += KEPT_DAYS * DAY;
	await expect(look(parts)).rejects.toThrow('could not be seen to: 1');
	expect(done).toContain('posts is erased of 3');
});

test('several processes that look at once leave a server once', async () => {
	discord.servers.add('1');
	await look();
	discord.servers.delete('1');
	await Promise.all([look(), look(), look()]);
	expect([...(await register().left())]).toEqual([['1', now]]);
	expect(await register().here()).toEqual(new Set());
});
