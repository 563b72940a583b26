import { DEMO } from '../../src/sandbox/demo-scene.ts';
import type { Outcome } from '../../src/sandbox/driver/outcome.ts';
import type { VisibleMessage } from '../../src/sandbox/driver/visible-message.ts';
import type { LocalDiscord } from '../../src/sandbox/local-discord.ts';
import type { Transcript } from './transcript.ts';

const HOUR = 3_600_000;

interface Stage {
	discord: LocalDiscord;
	/** Moves the clock of Discord and the bot. */
	moveTo(epochMs: number): Promise<void>;
	transcript: Transcript;
}

/** Plays the main job. Throws at the first step whose result is not really there. */
export async function playStory({ discord, moveTo, transcript }: Stage): Promise<void> {
	const anna = discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
	const mo = discord.member(DEMO.mo, { guildId: DEMO.guildId, channel: 'mod-log' });
	const inDm = discord.member(DEMO.anna, 'dm');
	const show = (message: VisibleMessage) => {
		transcript.shows(message);
		return message;
	};

	transcript.heading('A member asks, with a slip of the finger');
	transcript.does('anna', '/ask what is the gut micrbiome');
	const card = show(messageOf(await anna.slash('ask', { question: 'what is the gut micrbiome' })));
	expectText(card, 'What is the gut microbiome?');

	transcript.heading('She opts in to a nudge');
	transcript.does('anna', '/nudges start topics: sleep time: 9:30pm timezone: Lisbon exact: true');
	const asked = messageOf(
		await anna.slash('nudges start', { topics: 'sleep', time: '9:30pm', timezone: 'Lisbon', exact: true }),
	);
	expectText(show(asked), '18 or over');
	transcript.does('anna', 'presses Start');
	const optedIn = await anna.click(asked, 'Start');
	expectText(show(messageOf(optedIn)), 'daily at 21:30, Europe/Lisbon');
	expectText(show(need(anna.directMessages()[0], 'greeting')), 'Hello from Gutsy');

	transcript.heading('The clock moves to half past nine in the evening, in Lisbon');
	await moveTo(Date.UTC(2026, 10, 22, 21, 30) + 20_000);
	const nudge = show(await discord.until(() => anna.directMessages()[1], { timeoutMs: 20_000 }));
	transcript.does('anna', 'presses Why?');
	expectText(show(messageOf(await inDm.click(nudge, 'Why?'))), 'Information, not a diagnosis');
	transcript.does('anna', 'presses Done');
	await inDm.click(nudge, 'Done');
	await moveTo(discord.clock.now() + HOUR);
	if (anna.directMessages().filter(({ ephemeral }) => !ephemeral).length !== 2)
		throw new Error('The nudge came twice');

	transcript.heading('A moderator rewrites the answer');
	transcript.does('mo', '/faq-admin edit entry: What is the gut microbiome?');
	const { modal } = await mo.slash('faq-admin edit', { entry: 'gut-microbiome' });
	const answer =
		'It is the crowd of tiny helpers that live in your gut. Say hello in #wellness if you want to learn more.';
	transcript.does('mo', `changes the answer to “${answer}” and submits`);
	const preview = messageOf(await mo.submit(need(modal, 'form'), { answer }));
	expectText(show(preview), answer);
	transcript.does('mo', 'presses Save');
	expectText(show(messageOf(await mo.click(preview, 'Save'))), 'Saved');

	transcript.heading('The member asks again');
	transcript.does('anna', '/ask what is the gut micrbiome');
	expectText(show(messageOf(await anna.slash('ask', { question: 'what is the gut micrbiome' }))), answer);

	const problems = discord.problems();
	if (problems.length > 0) throw new Error(`Discord would have objected:\n${problems.join('\n')}`);
}

function messageOf(outcome: Outcome): VisibleMessage {
	return need(outcome.message, 'reply');
}

function need<Thing>(thing: Thing | undefined, name: string): Thing {
	if (thing === undefined) throw new Error(`There was no ${name}`);
	return thing;
}

function expectText(message: VisibleMessage, part: string): void {
	if (!message.text.includes(part)) throw new Error(`“${part}” is missing in:\n${message.text}`);
}
