import { z } from 'zod';
import { keepWritten } from '../../../src/core/keep-written.ts';
import { defineCustomId } from '../../../src/discord/define-route.ts';
import { modal } from '../../../src/discord/modal.ts';
import type { ModalReply } from '../../../src/discord/reply.ts';

/** Three of them fit onto a page of history. */
const LONGEST_NOTE = 300;

export const approveForm = defineCustomId('faq-approve-note', ['draft']);
export const rejectForm = defineCustomId('faq-reject-note', ['draft']);

/** What a second moderator may write to whoever wrote a draft. */
export const noteField = z
	.string()
	.trim()
	.max(LONGEST_NOTE)
	.transform((note) => (note === '' ? undefined : note))
	.optional();

/** Asks for a few words with a decision; none are needed. */
export function noteModal(title: string, customId: string, label: string): ModalReply {
	return modal(title, customId, [
		{
			name: 'note',
			label,
			description: 'Whoever wrote it reads this, and so does the channel for changes, if there is one',
			longest: LONGEST_NOTE,
			lines: 'many',
			required: false,
		},
	]);
}

/** Decides on a draft; whatever keeps it from being decided gives the note back. */
export function keepNote<Value>(note: string | undefined, decide: () => Promise<Value>): Promise<Value> {
	return keepWritten(note, BROKEN, decide);
}

const BROKEN =
	'Something broke on our side: it may or may not be done. Please look in `/faq-admin drafts` before you try again.';
