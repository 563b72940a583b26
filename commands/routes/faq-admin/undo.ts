import { isDeepStrictEqual } from 'node:util';
import { ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { button, buttons, text } from '../../../src/discord/components.ts';
import { defineCustomId, defineRoute } from '../../../src/discord/define-route.ts';
import { describeDifference } from '../../../src/discord/describe-change.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { undoChange, undoRevision } from '../../../src/discord/render-changes.ts';
import { privately, type Reply } from '../../../src/discord/reply.ts';
import { shortenMarked } from '../../../src/discord/words-diff.ts';
import { bare, type Revision, type StoredState } from '../../../src/moderation/stored-state.ts';
import { stateBefore, undoItems } from '../../../src/moderation/undo.ts';
import { shippedTextsOf, versionParam } from './entry-form.ts';
import { landOrAsk } from './land-or-ask.ts';
import { asCurator, type Curator } from './subcommand.ts';
import { titleOf } from './titles.ts';

/** Takes a revision back although its entry was changed since, as long as that is the version that was shown. */
const undoAnyway = defineCustomId('faq.undo-any', ['n', 'version']);

export const revisionNumber = z.coerce.number().int().positive();

/** @param seen the version over which the moderator wants it taken back; that which the revision left, if they have seen no later one. */
async function undo(
	app: App,
	curator: Curator,
	revisions: readonly Revision[],
	seen?: number,
): Promise<Reply> {
	const [first] = revisions;
	if (first === undefined) throw new UserError('That change is not in this server’s history.');
	const expected = seen ?? first.after.version;
	if (revisions.length === 1) {
		const theirs = await app.moderation.overlay.state(curator.guildId, first.entry);
		if ((theirs?.version ?? 0) !== expected) return askAnyway(app, curator, first, theirs);
	}
	const present = seen === undefined ? undefined : new Map([[first.entry, seen]]);
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
	const title = escaped(titleOf(faq, entry, theirs, before, after));
	const wanted = stateBefore(revision);
	if (isDeepStrictEqual(bare(theirs ?? {}), wanted))
		return privately(text(`“${title}” stands as it did before that change already.`));
	const seen = { n: String(n), version: String(theirs?.version ?? 0) };
	return privately(
		text(`“${title}” was changed again since. What taking this back would change now:`),
		text(
			shortenMarked(describeDifference({ before: theirs, after: wanted }, shippedTextsOf(faq, entry)), 2_500),
		),
		buttons(button('Undo anyway', undoAnyway.write({ owner, now, ...seen }), ButtonStyle.Danger)),
	);
}

async function oneOf({ moderation }: App, guildId: string, n: number): Promise<Revision[]> {
	const revision = await moderation.overlay.revision(guildId, n);
	return revision === undefined ? [] : [revision];
}

export const undoOne = defineRoute({
	id: undoRevision,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ n: revisionNumber }),
	async run({ n }, app, caller) {
		const curator = asCurator(caller);
		return undo(app, curator, await oneOf(app, curator.guildId, n));
	},
});

export const undoOneAnyway = defineRoute({
	id: undoAnyway,
	answers: 'message',
	requires: 'moderator',
	// Those drawn before they said what was seen ask once more.
	input: z.object({ n: revisionNumber, version: versionParam.optional() }),
	async run({ n, version }, app, caller) {
		const curator = asCurator(caller);
		return undo(app, curator, await oneOf(app, curator.guildId, n), version);
	},
});

export const undoTogether = defineRoute({
	id: undoChange,
	answers: 'message',
	requires: 'moderator',
	input: z.object({ change: z.string().regex(/^[\w-]{6,24}$/) }),
	async run({ change }, app, caller) {
		const curator = asCurator(caller);
		const revisions = await app.moderation.overlay.revisionsOf(curator.guildId, change);
		return undo(app, curator, revisions);
	},
});
