import { ApplicationCommandOptionType, ButtonStyle } from 'discord-api-types/v10';
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
import { undoChange, undoRevision } from '../../../src/discord/render-changes.ts';
import { privately, type Reply, type TopLevel, update } from '../../../src/discord/reply.ts';
import { shortenMarked } from '../../../src/discord/words-diff.ts';
import type { Revision, StoredState } from '../../../src/moderation/stored-state.ts';
import { presentVersions, stateBefore, undoItems } from '../../../src/moderation/undo.ts';
import { shippedTextsOf } from './entry-form.ts';
import { landOrAsk } from './land-or-ask.ts';
import {
	asCurator,
	type Curator,
	defineSubcommand,
	ENTRY_OPTION,
	NO_SUCH_ENTRY,
	suggestAll,
} from './subcommand.ts';
import { titleOf } from './titles.ts';

const PAGE = 3;
/** Room for what changed in one revision. */
const LONGEST_DIFFERENCE = 500;

const showPage = defineCustomId('faq-past', ['entry', 'before']);
/** Takes revisions back although their entries were changed since. */
const undoAnyway = defineCustomId('faq.undo-any', ['n']);

const number = z.coerce.number().int().positive();

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
		text(entry === '' ? '## What was changed here' : `## History of “${titleIn(newest, shipped)}”`),
		...revisions.flatMap((revision, index) => [
			...(index === 0 ? [] : [line()]),
			text(
				`${describeRevision(revision, shipped)}${describeNote(revision)}\n${shortenMarked(describeDifference(revision, shipped(revision.entry)), LONGEST_DIFFERENCE)}`,
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
	input: z.object({ entry: z.union([z.literal(''), entryId]), before: z.union([z.literal(''), number]) }),
	run: async ({ entry, before }, app, caller) =>
		update(...(await pageOf(app, asCurator(caller), entry, before === '' ? undefined : before))),
});

async function undo(
	app: App,
	curator: Curator,
	revisions: readonly Revision[],
	anyway: boolean,
): Promise<Reply> {
	const { moderation } = app;
	const [first] = revisions;
	if (first === undefined) throw new UserError('That change is not in this server’s history.');
	if (!anyway && revisions.length === 1) {
		const theirs = await moderation.overlay.state(curator.guildId, first.entry);
		if ((theirs?.version ?? 0) !== first.after.version) return askAnyway(app, curator, first, theirs);
	}
	const present = anyway ? await presentVersions(moderation.overlay, curator.guildId, revisions) : undefined;
	return landOrAsk(app, curator, undoItems(revisions, present), {
		done: 'Taken back. That is a step in the history, too, and can be undone.',
		as: 'message',
	});
}

function askAnyway(
	{ faq }: App,
	{ userId: owner, now }: Curator,
	revision: Revision,
	theirs: StoredState | undefined,
): Reply {
	const { entry, n, before, after } = revision;
	return privately(
		text(
			`“${titleOf(faq, entry, theirs, before, after)}” was changed again since. What taking this back would change now:`,
		),
		text(
			shortenMarked(
				describeDifference({ before: theirs, after: stateBefore(revision) }, shippedTextsOf(faq, entry)),
				2_500,
			),
		),
		buttons(button('Undo anyway', undoAnyway.write({ owner, now, n: String(n) }), ButtonStyle.Danger)),
	);
}

async function oneOf({ moderation }: App, guildId: string, n: number): Promise<Revision[]> {
	const revision = await moderation.overlay.revision(guildId, n);
	return revision === undefined ? [] : [revision];
}

const undoOne = defineRoute({
	id: undoRevision,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ n: number }),
	async run({ n }, app, caller) {
		const curator = asCurator(caller);
		return undo(app, curator, await oneOf(app, curator.guildId, n), false);
	},
});

const undoOneAnyway = defineRoute({
	id: undoAnyway,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ n: number }),
	async run({ n }, app, caller) {
		const curator = asCurator(caller);
		return undo(app, curator, await oneOf(app, curator.guildId, n), true);
	},
});

const undoTogether = defineRoute({
	id: undoChange,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ change: z.string().regex(/^[\w-]{6,24}$/) }),
	async run({ change }, app, caller) {
		const curator = asCurator(caller);
		const revisions = await app.moderation.overlay.revisionsOf(curator.guildId, change);
		return undo(app, curator, revisions, false);
	},
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
