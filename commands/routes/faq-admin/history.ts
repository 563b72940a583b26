import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { entryId } from '../../../src/core/entry-texts.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { button, buttons, line, text } from '../../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../../src/discord/define-route.ts';
import {
	describeDifference,
	describeNote,
	describeRevision,
	titleIn,
} from '../../../src/discord/describe-change.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { undoRevision } from '../../../src/discord/render-changes.ts';
import { privately, type TopLevel, update } from '../../../src/discord/reply.ts';
import { shortenMarked } from '../../../src/discord/words-diff.ts';
import { shippedTextsOf } from './entry-form.ts';
import {
	asCurator,
	type Curator,
	defineSubcommand,
	ENTRY_OPTION,
	NO_SUCH_ENTRY,
	suggestAll,
} from './subcommand.ts';
import { revisionNumber, undoOne, undoOneAnyway, undoTogether } from './undo.ts';

const PAGE = 3;
/** Room for what was noted to one revision, and for what changed in it. */
const LONGEST_NOTE = 300;
const LONGEST_DIFFERENCE = 500;

const showPage = defineCustomId('faq-past', ['entry', 'before']);

/** A page of history, newest first, with a button under each step. An empty entry stands for all of them. */
export async function pageOf(
	{ moderation, faq }: App,
	{ guildId, userId: owner, now }: Curator,
	entry: string,
	before: number | undefined,
): Promise<TopLevel[]> {
	const { revisions, next } = await moderation.overlay.history(guildId, {
		entry: entry === '' ? undefined : entry,
		before,
		most: PAGE,
	});
	const [newest] = revisions;
	if (newest === undefined && next === undefined)
		return [text(before === undefined ? 'Nothing was changed here yet.' : 'There is nothing older.')];
	const issued = { owner, now };
	const turn = [
		...(before === undefined ? [] : [button('Newest', showPage.write({ ...issued, entry, before: '' }))]),
		...(next === undefined
			? []
			: [button('Older', showPage.write({ ...issued, entry, before: String(next) }))]),
	];
	if (newest === undefined) return [text('These steps cannot be read any more.'), buttons(...turn)];
	const shipped = (id: string) => shippedTextsOf(faq, id);
	return [
		text(entry === '' ? '## What was changed here' : `## History of “${escaped(titleIn(newest, shipped))}”`),
		...revisions.flatMap((revision, index) => [
			...(index === 0 ? [] : [line()]),
			text(
				`${describeRevision(revision, shipped)}${describeNote(revision, LONGEST_NOTE)}\n${shortenMarked(describeDifference(revision, shipped(revision.entry)), LONGEST_DIFFERENCE)}`,
			),
			buttons(button(`Undo ${revision.n}`, undoRevision.write({ ...issued, n: String(revision.n) }))),
		]),
		...(turn.length === 0 ? [] : [buttons(...turn)]),
	];
}

const turnPage = defineRoute({
	id: showPage,
	answers: 'update',
	requires: 'moderator',
	input: z.object({
		entry: z.union([z.literal(''), entryId]),
		before: z.union([z.literal(''), revisionNumber]),
	}),
	run: async ({ entry, before }, app, caller) =>
		update(...(await pageOf(app, asCurator(caller), entry, before === '' ? undefined : before))),
});

export const history = defineSubcommand({
	name: 'history',
	description: 'Who changed which answer, when and how, and take it back',
	options: [
		{
			...ENTRY_OPTION,
			type: ApplicationCommandOptionType.String,
			description: 'Only this answer; everything when left out',
			required: false,
		},
	],
	input: z.object({ entry: z.string().trim().optional() }),
	suggest: suggestAll,
	routes: [turnPage, undoOne, undoOneAnyway, undoTogether],
	async run({ entry: typed }, app, curator) {
		if (typed === undefined) return privately(...(await pageOf(app, curator, '', undefined)));
		const found = await app.faq.find(curator.guildId, typed);
		// Deleted and hidden entries are found by their id alone.
		const id = found?.id ?? entryId.safeParse(typed).data;
		if (id === undefined) throw new UserError(NO_SUCH_ENTRY);
		return privately(...(await pageOf(app, curator, id, undefined)));
	},
});
