import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../src/app.ts';
import { card, line, smallPrint, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { privately, type Reply } from '../src/discord/reply.ts';

export const about = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'about',
		description: 'What Gutsy is, where its answers come from, and what it stores',
		...EVERYWHERE,
	},
	input: z.object({}),
	run: (_input, { mention }) => renderAbout(mention),
});

export function renderAbout(mention: App['mention']): Reply {
	return privately(
		card(
			text('## About Gutsy'),
			text(
				'Gutsy answers questions about the gut–skin connection from texts that people wrote and checked. It does not write answers by itself, it sees no messages but those you show it, and it is no doctor.',
			),
			line(),
			text(
				'**Sources.** Each card names its source, when that was reviewed, and how sure science is. Moderators can word answers for their own server; such a card says so.',
			),
			text(
				`**What is stored.** Your questions are not, unless you send one to the moderators: then its words, without your name. Whether an answer helped you: counted, under a hash that does not say who you are. If you turn nudges on: your Discord id, the id of our conversation, topics, times, time zone and what else you set, for half a year what came of each nudge, whether Discord refused one, and when you agreed. ${mention('privacy view')} shows it and ${mention('nudges stop')} or ${mention('privacy delete')} deletes it; a nudge on its way when you stop may hold your id for two hours more, unless you delete, which takes you out of that, too. If you press Done or Not today under a channel’s daily post: your Discord id, the channel and that day’s answer, for half a year; nobody else sees it. Of moderators: who changed which answer, and when, until they have their id taken out. Where Gutsy is removed from a server, nothing is posted there any more, and after 30 days in which nobody uses it there what the server made is deleted.`,
			),
			smallPrint('Gutsy is open source under the MIT licence.'),
		),
	);
}
