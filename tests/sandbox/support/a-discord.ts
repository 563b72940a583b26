import { afterEach, expect } from 'vitest';
import type { Actor } from '../../../src/sandbox/driver/actor.ts';
import { type LocalDiscord, startLocalDiscord } from '../../../src/sandbox/local-discord.ts';
import type { LocalDiscordOptions } from '../../../src/sandbox/options.ts';

export interface Scene {
	discord: LocalDiscord;
	guildId: string;
	channelId: string;
	alice: Actor;
	/** Problems that the test provokes on purpose. */
	expectProblems(...patterns: RegExp[]): void;
	/** Runs before the local Discord closes. */
	onEnd(end: () => unknown): void;
}

const running: { discord: LocalDiscord; expected: RegExp[]; ends: (() => unknown)[] }[] = [];

afterEach(async () => {
	for (const { discord, expected, ends } of running.splice(0)) {
		for (const end of ends.reverse()) await end();
		await discord.close();
		const unexpected = discord
			.problems()
			.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
		expect(unexpected).toEqual([]);
	}
});

/** A local Discord with a server "Gut" with #general and the member alice; closed and checked after the test. */
export async function aDiscord(options?: LocalDiscordOptions): Promise<Scene> {
	const discord = await startLocalDiscord(options);
	const run = { discord, expected: [] as RegExp[], ends: [] as (() => unknown)[] };
	running.push(run);
	const guild = discord.world.addGuild({ name: 'Gut', channels: ['general'] });
	const user = discord.world.addUser({ username: 'alice' });
	discord.world.addMember(guild.id, user.id);
	const alice = discord.member(user.id, { guildId: guild.id, channel: 'general' });
	return {
		discord,
		guildId: guild.id,
		channelId: alice.channelId,
		alice,
		expectProblems: (...patterns) => run.expected.push(...patterns),
		onEnd: (end) => run.ends.push(end),
	};
}
