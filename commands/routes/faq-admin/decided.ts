import type { App } from '../../../src/app.ts';
import { fileToSave, shorten, text } from '../../../src/discord/components.ts';
import { describeNote, mentionOf } from '../../../src/discord/describe-change.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { type FollowUp, type OutgoingFile, privately, type Reply } from '../../../src/discord/reply.ts';
import type { Decision } from '../../../src/moderation/decisions.ts';
import { writeEntries } from '../../../src/moderation/files/write-entries.ts';
import type { ChangeItem } from '../../../src/moderation/overlay-store.ts';
import type { Curator } from './subcommand.ts';

/** In characters, for the notes of all decisions in one message. */
const ROOM_FOR_NOTES = 1_500;
const LONGEST_NOTE = 300;
const LONGEST_NAME = 120;

/**
 * Tells moderators what became of their drafts, below whatever else they asked for: once, and again when they look at drafts.
 * What cannot be read is told at the next command, and spoils nothing.
 */
export async function withDecided(
	reply: Reply,
	{ moderation }: Pick<App, 'moderation'>,
	{ guildId, userId, now }: Curator,
	again: boolean,
): Promise<Reply> {
	if (reply.kind === 'modal' || reply.followedBy !== undefined) return reply;
	try {
		const decided = await moderation.decided(guildId, userId, { again, now });
		return decided.length === 0 ? reply : { ...reply, followedBy: renderDecided(decided) };
	} catch {
		return reply;
	}
}

/** What was decided, newest first, and the texts of what was rejected as files. */
export function renderDecided(decided: readonly Decision[]): FollowUp {
	const room = Math.min(LONGEST_NOTE, Math.floor(ROOM_FOR_NOTES / Math.max(1, decided.length)));
	const files = decided.flatMap(({ items }, at) => fileToImport(items, `rejected-${at + 1}.json`) ?? []);
	const lines = decided.map(({ kind, name, by, at, note }) => {
		const called = shorten(escaped(name), LONGEST_NAME);
		return `- ${mentionOf(by)} ${kind} **${called}**, <t:${Math.floor(at / 1_000)}:R>${describeNote({ note }, room)}`;
	});
	return {
		...privately(
			text(['### Yours, decided', ...lines].join('\n')),
			...(files.length === 0
				? []
				: [text('What was rejected, to keep or to import:'), ...files.map((file) => fileToSave(file.name))]),
		),
		...(files.length === 0 ? {} : { files }),
	};
}

/** The texts of a draft as an import reads them; undefined when it has none. */
export function fileToImport(items: readonly ChangeItem[], name = 'rejected.json'): OutgoingFile | undefined {
	const rows = items.flatMap(({ entry, state: { texts, hidden = false } }) =>
		texts ? [{ id: entry, hidden, texts }] : [],
	);
	if (rows.length === 0) return undefined;
	return { name, data: Buffer.from(writeEntries(rows, 'json')), contentType: 'application/json' };
}
