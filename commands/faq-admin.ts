import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	PermissionFlagsBits,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { ANSWER_ROOM, entryAnswer, entryId, entryTitle, TITLE_ROOM } from '../src/core/entry-texts.ts';
import { UserError } from '../src/core/user-error.ts';
import { answerCard } from '../src/discord/answer-card.ts';
import { shorten, text } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { defineCustomId, defineRoute } from '../src/discord/define-route.ts';
import { explainInput } from '../src/discord/explain-input.ts';
import { modal } from '../src/discord/modal.ts';
import { SERVERS_ONLY } from '../src/discord/placement.ts';
import { privately, type Reply } from '../src/discord/reply.ts';
import type { ServerEntry } from '../src/faq/answer.ts';

const MODERATOR = PermissionFlagsBits.ManageGuild;

/** Carries the version that the form shows, so that a second moderator's save is noticed. */
const editForm = defineCustomId('faq-admin.edit', ['entry', 'version']);

const saveEdit = defineRoute({
	id: editForm,
	answers: 'message',
	requires: MODERATOR,
	// The texts are only checked below, where a refusal can give them back.
	input: z.object({
		entry: entryId,
		version: z.coerce.number().int().nonnegative(),
		title: z.string(),
		answer: z.string(),
	}),
	async run({ entry: id, version, ...written }, { faq, moderation }, { guildId, userId, now }) {
		if (guildId === undefined) throw new UserError(ONLY_IN_SERVERS);
		const texts = wording.safeParse(written);
		if (!texts.success) return renderRefused([explainInput(texts.error)], written);
		if (!(await faq.entry(guildId, id))) return renderRefused([GONE], written);
		const change = { guildId, entry: id, basedOn: version, ...texts.data, by: userId, at: now };
		const outcome = await moderation.edit(change).catch((cause: unknown) => {
			throw new UserError(`${UNCONFIRMED}\n${asBlock(written)}`, { cause });
		});
		if (outcome.kind === 'refused') return renderRefused(outcome.problems, written);
		if (outcome.kind === 'overtaken') return renderOvertaken(outcome.theirs, written);
		const entry = await faq.entry(guildId, id);
		return entry
			? renderSaved(entry, await faq.related(guildId, entry), now)
			: renderRefused([GONE], written);
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

const GONE = 'This entry is not part of Gutsy any more.';
const UNCONFIRMED =
	'The change could not be confirmed, so it may be saved or not. Look at the answer before you try again. You wrote:';
const MOST_REASONS = 5;

const wording = z.object({ title: entryTitle, answer: entryAnswer });

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
	return privately(
		text('Saved. Members of this server now see this:'),
		...answerCard(entry, { related, now }),
	);
}

interface Wording {
	title: string;
	answer: string;
}

/** Shows both texts, so that neither moderator's work is lost. */
export function renderOvertaken(theirs: Wording | undefined, yours: Wording): Reply {
	return privately(
		text(
			'Nothing was saved: somebody changed this answer while you were writing. Edit it again to put both together.',
		),
		text(`### It now says\n${theirs ? asBlock(theirs) : 'The text that Gutsy ships'}`),
		text(`### You wrote\n${asBlock(yours)}`),
	);
}

/** Says why, and gives the moderator's text back. */
export function renderRefused(problems: readonly string[], yours: Wording): Reply {
	const reasons = problems.slice(0, MOST_REASONS).map((problem) => `- ${shorten(problem, 200)}`);
	return privately(
		text(['Nothing was saved:', ...reasons].join('\n')),
		text(`### You wrote\n${asBlock(yours)}`),
	);
}

/** A text to copy, in a block that it cannot break out of. */
function asBlock({ title, answer }: Wording): string {
	const whole = shorten(`${title}\n\n${answer}`, TITLE_ROOM + ANSWER_ROOM + 2);
	return `\`\`\`\n${whole.replaceAll('```', "'''")}\n\`\`\``;
}
