import { createNudges } from '../../src/nudges/nudges.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import type { RedisClient } from '../../src/redis/redis-client.ts';
import type { Actor } from '../../src/sandbox/driver/actor.ts';
import type { LocalDiscord } from '../../src/sandbox/local-discord.ts';

interface SomeMembers {
	readonly discord: LocalDiscord;
	readonly redis: RedisClient;
	readonly clock: () => number;
	readonly count: number;
}

/** Members who have opted in for noon, with their conversations open. Returns how many messages each has, when called. */
export async function subscribeSome({ discord, redis, clock, count }: SomeMembers): Promise<() => number[]> {
	const nudges = createNudges({ subscriptions: createSubscriptions(redis), clock });
	const guild = discord.world.addGuild({ name: 'Server', channels: ['general'] });
	const conversations: Actor[] = [];
	for (let index = 0; index < count; index += 1) {
		const { id: memberId } = discord.world.addUser({ username: `member${index}` });
		discord.world.addMember(guild.id, memberId);
		const conversation = discord.member(memberId, 'dm');
		const plan = await nudges.plan({
			memberId,
			topics: 'stress',
			time: '12:00',
			timeZone: 'UTC',
			exact: true,
		});
		await nudges.start(plan, {
			channelId: conversation.channelId,
			consent: { version: 1, at: clock() },
		});
		conversations.push(conversation);
	}
	return () => conversations.map((each) => each.directMessages().length);
}
