import type { LocalDiscord } from '../../src/sandbox/local-discord.ts';

type Member = ReturnType<LocalDiscord['member']>;

/** Has a member ask for nudges and press Start; they come at the very minute unless said otherwise. */
export async function optIn(member: Member, options: Record<string, string | boolean>) {
	const { message } = await member.slash('nudges start', { exact: true, ...options });
	if (message === undefined) throw new Error('Nothing was asked before the start');
	return member.click(message, 'Start');
}
