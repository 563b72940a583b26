import { startLocalDiscord } from '../../src/sandbox/local-discord.ts';
import type { Rival } from './rival.ts';

/** Starts the local Discord with one server and one member; `stop` reports what it found wrong. */
export async function startLocalRival(): Promise<Rival> {
	const discord = await startLocalDiscord();
	const member = discord.world.addUser({ username: 'alice' });
	const guild = discord.world.addGuild({ name: 'Test Server', channels: ['general'] });
	discord.world.addMember(guild.id, member.id);
	const actor = discord.member(member.id, { guildId: guild.id, channel: 'general' });
	// An interaction's outcome comes only after the bot's answer, which the next step of the scenario gives.
	const outcomes: Promise<unknown>[] = [];
	const settle = (outcome: Promise<unknown>) => {
		outcomes.push(outcome.catch((error: unknown) => console.error(error)));
	};
	return {
		name: 'local Discord',
		restUrl: discord.apiUrl,
		token: discord.token,
		channelId: actor.channelId,
		memberId: member.id,
		async slash(command, options) {
			settle(actor.slash(command, options));
		},
		async click(messageId, customId) {
			const message = actor.sees().find(({ id }) => id === messageId);
			if (!message) throw new Error(`The member does not see message ${messageId}`);
			settle(actor.click(message, customId));
		},
		async stop() {
			await Promise.all(outcomes);
			// The scenario sends bodies that must be refused; any other problem is a finding.
			const findings = discord.problems().filter((problem) => !problem.startsWith('Refused body'));
			for (const finding of findings) console.error(finding);
			await discord.close();
		},
	};
}
