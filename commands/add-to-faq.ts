import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { ALIAS_ROOM, ANSWER_ROOM, TITLE_ROOM } from '../src/core/entry-texts.ts';
import { UserError } from '../src/core/user-error.ts';
import { cut, shorten } from '../src/discord/components.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { MANAGE_SERVER } from '../src/discord/demand.ts';
import { SERVERS_ONLY } from '../src/discord/placement.ts';
import { addForm, entryModal, type Prefilled } from './routes/faq-admin/entry-form.ts';

/** Begins a new answer from what a member wrote. */
export const addToFaq = defineCommand({
	data: {
		type: ApplicationCommandType.Message,
		name: 'Add to FAQ',
		...SERVERS_ONLY,
		default_member_permissions: String(MANAGE_SERVER),
	},
	requires: 'moderator',
	opensForm: () => true,
	input: z.object({ messageId: z.string(), content: z.string().default('') }),
	run({ content }, _app, { userId: owner, now }) {
		const text = content.trim();
		if (!/[\p{L}\p{N}]/u.test(text)) throw new UserError('There is no text in that message to begin with.');
		return entryModal('A new answer', addForm.write({ owner, now, question: '' }), prefill(text));
	},
});

/** A question becomes the title; anything else becomes the answer, under its first sentence. */
export function prefill(text: string): Prefilled {
	const plain = text.replace(/\s+/g, ' ');
	const first = /^.*?[.?!](?=\s|$)/.exec(plain)?.[0] ?? plain;
	const title = shorten(first, TITLE_ROOM);
	if (first.endsWith('?') && first.length === plain.length)
		return { title, aliases: plain.length <= ALIAS_ROOM ? [] : [cut(plain, ALIAS_ROOM)] };
	return { title, answer: cut(text, ANSWER_ROOM) };
}
