import { DEMO } from '../../src/sandbox/demo-scene.ts';
import type { TestGutsy } from './a-gutsy.ts';
import { NOW } from './a-member.ts';
import { optIn } from './opt-in.ts';

/** Has Anna use all that stores something about a member. */
export async function leaveTraces(gutsy: TestGutsy): Promise<void> {
	const anna = asking(gutsy, DEMO.anna);
	await optIn(anna, { topics: 'all', time: '10', timezone: 'Berlin' });
	await answerPost(gutsy, anna);
	const { message } = await anna.slash('ask', { question: 'is kimchi good for my skin' });
	if (!message) throw new Error('Nothing was answered');
	await anna.click(message, 'Helpful');
	const { message: miss } = await anna.slash('ask', { question: 'who won the football yesterday' });
	const { modal } = miss ? await anna.click(miss, 'Send this to the moderators') : {};
	if (!modal) throw new Error('No form was opened');
	await anna.submit(modal);
}

function asking({ discord }: TestGutsy, user: string) {
	return discord.member(user, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
}

/** Has a channel's post come, and a member answer it. */
async function answerPost(gutsy: TestGutsy, member: ReturnType<typeof asking>): Promise<void> {
	const mo = asking(gutsy, DEMO.mo);
	const plan = { channel: member.channelId, topics: 'sleep', time: '09:30', timezone: 'UTC' };
	const { message } = await mo.slash('nudges-admin channel-start', plan);
	await (message && mo.click(message, 'Start posting'));
	await gutsy.moveTo(NOW + 31 * 60_000);
	const post = await gutsy.discord.until(() =>
		member.sees().find(({ buttons }) => buttons.some(({ label }) => label === 'Done')),
	);
	await member.click(post, 'Done');
}
