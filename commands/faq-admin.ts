import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	PermissionFlagsBits,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { UserError } from '../src/core/user-error.ts';
import { answerCard } from '../src/discord/answer-card.ts';
import { text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineCustomId, defineRoute } from '../src/discord/define-route.ts';
import { modal } from '../src/discord/modal.ts';
import { SERVERS_ONLY } from '../src/discord/placement.ts';
import { privately, type Reply } from '../src/discord/reply.ts';
import type { ServerEntry } from '../src/faq/answer.ts';
import { ANSWER_ROOM, entryAnswer, entryId, entryTitle, TITLE_ROOM } from '../src/faq/entry.ts';

const MODERATOR = PermissionFlagsBits.ManageGuild;

/** Carries the version that the form shows, so that a second moderator's save is noticed. */
const editForm = defineCustomId('faq-admin.edit', ['entry', 'version']);

const saveEdit = defineRoute({
	id: editForm,
	answers: 'message',
	requires: MODERATOR,
	input: z.object({
		entry: entryId,
		version: z.coerce.number().int().nonnegative(),
		title: entryTitle,
		answer: entryAnswer,
	}),
	async run({ entry: id, version, title, answer }, { faq, moderation }, { guildId, userId, now }) {
		if (guildId === undefined) throw new UserError(ONLY_IN_SERVERS);
		const outcome = await moderation.edit({
			guildId,
			entry: id,
			basedOn: version,
			title,
			answer,
			by: userId,
			at: now,
		});
		if (outcome.kind === 'overtaken') return renderOvertaken(outcome.theirs, { title, answer });
		const entry = await faq.entry(guildId, id);
		if (!entry) throw new UserError('Saved, but this entry is not part of Gutsy any more.');
		return renderSaved(entry, await faq.related(guildId, entry), now);
	},
});

export const faqAdmin = defineCommand({
	data: {
		type: ApplicationCommandType.ChatInput,
		name: 'faq-admin',
		description: 'Curate what members of this server are told',
		...SERVERS_ONLY,
		default_member_permissions: String(MODERATOR),
		options: [
			{
				type: ApplicationCommandOptionType.Subcommand,
				name: 'edit',
				description: 'Change an answer for this server',
				options: [
					{
						type: ApplicationCommandOptionType.String,
						name: 'entry',
						description: 'Which answer? Start typing its title',
						required: true,
						max_length: 100,
						autocomplete: true,
					},
				],
			},
		],
	},
	requires: MODERATOR,
	opens: 'modal',
	input: z.object({ subcommand: z.literal('edit'), entry: z.string().trim().min(1) }),
	autocomplete: {
		entry: (typed, { faq }, caller) =>
			faq.complete(caller.guildId, typed).map(({ id, title }) => ({ name: title, value: id })),
	},
	routes: [saveEdit],
	async run({ entry: typed }, { faq }, { guildId, userId, now }) {
		const entry = await faq.find(guildId, typed);
		if (!entry)
			throw new UserError(`There is no entry called that. Start typing and pick one from the list.`);
		return renderForm(entry, userId, now);
	},
});

const ONLY_IN_SERVERS = 'Answers are curated in a server that has Gutsy installed.';

export function renderForm(entry: ServerEntry, owner: string, now: number): Reply {
	return modal(
		'Change an answer',
		editForm.write({ owner, now, entry: entry.id, version: String(entry.version) }),
		[
			{ name: 'title', label: 'Title', value: entry.title, longest: TITLE_ROOM, lines: 'one' },
			{
				name: 'answer',
				label: 'Answer',
				description: 'Two to five plain sentences. What to do next comes last.',
				value: entry.answer,
				longest: ANSWER_ROOM,
				lines: 'many',
			},
		],
	);
}

export function renderSaved(entry: ServerEntry, related: readonly ServerEntry[], now: number): Reply {
	return privately(text('Saved. Members of this server now see this:'), ...answerCard(entry, related, now));
}

/** Shows both texts, so that neither moderator's work is lost. */
export function renderOvertaken(
	theirs: { title: string; answer: string } | undefined,
	yours: { title: string; answer: string },
): Reply {
	const now = theirs ? `**${theirs.title}**\n${theirs.answer}` : 'The text that Gutsy ships';
	return privately(
		text(
			'Nothing was saved: somebody changed this answer while you were writing. Edit it again to put both together.',
		),
		text(`### It now says\n${now}`),
		text(`### You wrote\n**${yours.title}**\n${yours.answer}`),
	);
}
