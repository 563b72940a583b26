import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../src/app.ts';
import { holds } from '../src/discord/caller.ts';
import { card, smallPrint, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { isModerator, MANAGE_SERVER } from '../src/discord/demand.ts';
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
	async run(_input, app, caller) {
		return renderHelp(app.mention, {
			curates: await isModerator(app, caller),
			manages: holds(caller, MANAGE_SERVER),
		});
	},
});

interface Rights {
	/** Whether they look after the server's answers. */
	curates: boolean;
	/** Whether they may manage the server. */
	manages: boolean;
}

/** Whoever may do more also sees what only they can use. */
export function renderHelp(mention: App['mention'], { curates, manages }: Rights): Reply {
	const everybody = [
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
	const own = (...names: string[]) => names.map((name) => mention(`faq-admin ${name}`)).join(', ');
	const moderators = [
		...(curates
			? [
					`${own('add', 'edit')}: write or change an answer for this server. You see it before it is saved. On a message: Apps › **Add to FAQ**.`,
					`${own('hide', 'restore', 'delete')}: keep an answer from members, and bring it back.`,
					`${own('history')}: who changed what, and one button to take it back.`,
					`${own('inbox')}: questions that nothing answered. ${own('review')}: answers to read again. ${own('stats')}: what was asked; counts only.`,
					`${own('test', 'tests', 'check')}: questions by which you notice that an answer moved.`,
					`${own('import', 'export')}: many answers at once, as a file.`,
					`${own('drafts', 'preview')}: changes that wait for a second moderator. ${own('settings')}: who curates, who approves, and where changes are told.`,
				]
			: []),
		...(manages
			? [
					`${mention('nudges-admin channel-start')}: one daily post for a whole channel, with a role that members take or drop. ${mention('nudges-admin channel-status')} shows what is on.`,
				]
			: []),
	];
	return privately(
		card(
			text(`## What Gutsy can do\n${listed(everybody)}`),
			...(moderators.length === 0 ? [] : [text(`### For moderators of this server\n${listed(moderators)}`)]),
			smallPrint(
				'Gutsy gives information, not diagnoses. In an emergency, call your local emergency number.',
			),
		),
	);
}

function listed(lines: readonly string[]): string {
	return lines.map((line) => `- ${line}`).join('\n');
}
