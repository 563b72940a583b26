import { ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { holds } from '../src/discord/caller.ts';
import { card, smallPrint, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { EVERYWHERE } from '../src/discord/placement.ts';
import { privately, type Reply } from '../src/discord/reply.ts';

export const help = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'help',
		description: 'What Gutsy can do, and how to ask for it',
		...EVERYWHERE,
	},
	input: z.object({}),
	run(_input, { mention }, caller) {
		return renderHelp(mention, holds(caller, PermissionFlagsBits.ManageGuild));
	},
});

/** Moderators also see what only they can use. */
export function renderHelp(mention: (command: string) => string, moderator: boolean): Reply {
	const lines = [
		`${mention('ask')}: ask about gut and skin in your own words. Only you see the answer, unless you share it.`,
		`${mention('browse')}: look through everything I can answer.`,
		'On any message: Apps › **Answer from the FAQ** finds the answer to it, and posts it if you like.',
		`${mention('start')}: six taps to find out where to begin.`,
		`${mention('nudges start')}: one kind reminder a day about sleep, stress or food, at your own local time.`,
		`${mention('nudges status')}: what you get and when. ${mention('nudges stop')}: no more of it, at once.`,
		`${mention('progress')}: how your habits go, with a picture that only you see.`,
		`${mention('privacy view')}: what is stored about you, and how to delete it.`,
		`${mention('about')}: who is behind this, sources, and what is stored.`,
	];
	if (moderator)
		lines.push(
			`${mention('faq-admin edit')}: change an answer for this server.`,
			`${mention('nudges-admin channel-start')}: one daily post for a whole channel, with a role that members take or drop. ${mention('nudges-admin channel-status')} shows what is on.`,
		);
	return privately(
		card(
			text('## What Gutsy can do'),
			text(lines.map((line) => `- ${line}`).join('\n')),
			smallPrint(
				'Gutsy gives information, not diagnoses. In an emergency, call your local emergency number.',
			),
		),
	);
}
