import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { fileToSave, text } from '../../../src/discord/components.ts';
import { defineRoute } from '../../../src/discord/define-route.ts';
import { describeNote, mentionOf } from '../../../src/discord/describe-change.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { type UpdateReply, update } from '../../../src/discord/reply.ts';
import { fileToImport } from './decided.ts';
import { keepNote, noteField, noteModal, rejectForm } from './draft-notes.ts';
import { proposalParam } from './entry-form.ts';
import { DEALT_WITH } from './landing.ts';
import { findDraft, nameOf, rejectDraft, withdrawDraft } from './show-draft.ts';
import { asCurator, type Curator } from './subcommand.ts';
import { titlesIn } from './titles.ts';

/** Rejects a draft, or takes one's own back; what it said is handed back either way. */
async function takeAway(
	app: App,
	{ guildId, userId, now }: Curator,
	id: string,
	note: string | undefined,
): Promise<UpdateReply> {
	const draft = await findDraft(app, guildId, id);
	const [{ auditChannel }, titles] = await Promise.all([
		app.moderation.settings(guildId),
		titlesIn(app, guildId),
	]);
	const name = nameOf(draft, titles);
	if (!(await app.moderation.reject(guildId, draft, { by: userId, at: now, name, note })))
		throw new UserError(DEALT_WITH);
	// The draft is gone from the list: what its author wrote goes with the news, to be imported again.
	const file = fileToImport(draft.items);
	const isOwn = draft.by === userId;
	const why = describeNote({ note });
	const did = isOwn ? 'took back a change of their own' : `rejected a change by ${mentionOf(draft.by)}`;
	const news = `<@${userId}> ${did}: ${escaped(name)}${why}`;
	const told = auditChannel === undefined || (await app.channels.tell(auditChannel, news, file));
	return {
		...update(
			text(
				`${isOwn ? 'Taken back' : 'Rejected'}: ${escaped(name)}.${why}${told ? '' : '\nThe channel for changes could not be told.'}`,
			),
			...(file ? [text('What it said, to keep or to import:'), fileToSave(file.name)] : []),
		),
		...(file ? { files: [file] } : {}),
	};
}

export const withdraw = defineRoute({
	id: withdrawDraft,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ draft: proposalParam }),
	run: ({ draft }, app, caller) => takeAway(app, asCurator(caller), draft, undefined),
});

export const reject = defineRoute({
	id: rejectDraft,
	answers: 'modal',
	requires: 'moderator',
	input: z.object({ draft: proposalParam }),
	run: ({ draft }, _app, { userId: owner, now }) =>
		noteModal('Reject a change', rejectForm.write({ owner, now, draft }), 'Why?'),
});

export const rejectWithNote = defineRoute({
	id: rejectForm,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ draft: proposalParam, note: noteField }),
	run: ({ draft, note }, app, caller) => keepNote(note, () => takeAway(app, asCurator(caller), draft, note)),
});
