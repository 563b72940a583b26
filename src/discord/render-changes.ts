import type { RawFile } from 'discord.js';
import { MessageFlags } from 'discord-api-types/v10';
import type { Revision, ShippedTexts } from '../app.ts';
import { button, buttons, card, fileToSave, text } from './components.ts';
import { defineCustomId } from './define-route.ts';
import { describeDifference, describeNote, describeRevision, mentionOf } from './describe-change.ts';
import { shortenMarked } from './words-diff.ts';

/** Takes one revision back. */
export const undoRevision = defineCustomId('faq.undo', ['n']);
/** Takes everything back that was changed together. */
export const undoChange = defineCustomId('faq.undo-all', ['change']);

/** Longer than this, before and after go into a file. */
const LONGEST_DIFFERENCE = 1_500;
const MOST_NAMED = 10;

/** A change as the channel for changes is told, ready to be posted. */
export function renderChanges(revisions: readonly Revision[], shipped: ShippedTexts) {
	const [first] = revisions;
	if (first === undefined) throw new RangeError('A change without revisions was to be told');
	const issued = { owner: 'anyone', now: first.at } as const;
	const alone = revisions.length === 1;
	const words = alone ? describeDifference(first, shipped(first.entry)) : listed(revisions, shipped);
	const isLong = words.length > LONGEST_DIFFERENCE || !alone;
	const files: RawFile[] = isLong ? [fileOf('changes.json', revisions)] : [];
	const undo = alone
		? button('Undo', undoRevision.write({ ...issued, n: String(first.n) }))
		: button(`Undo all ${revisions.length}`, undoChange.write({ ...issued, change: first.change }));
	return {
		files,
		body: {
			components: [
				card(
					text(
						`${alone ? describeRevision(first, shipped) : `${mentionOf(first.by)} changed ${revisions.length} answers together`}${describeNote(first)}`,
					),
					text(alone ? shortenMarked(words, LONGEST_DIFFERENCE) : words),
				),
				...files.map(({ name }) => fileToSave(name)),
				buttons(undo),
			],
			attachments: files.map(({ name }, id) => ({ id, filename: name })),
			flags: MessageFlags.IsComponentsV2,
			allowed_mentions: { parse: [] },
		},
	};
}

function listed(revisions: readonly Revision[], shipped: ShippedTexts): string {
	const named = revisions.slice(0, MOST_NAMED).map((revision) => `- ${describeRevision(revision, shipped)}`);
	const more = revisions.length - named.length;
	return [...named, ...(more > 0 ? [`- and ${more} more, all in the file`] : [])].join('\n');
}

function fileOf(name: string, revisions: readonly Revision[]): RawFile {
	const told = revisions.map(({ entry, before, after }) => ({ entry, before: before ?? null, after }));
	return { name, data: Buffer.from(JSON.stringify(told, null, 2)), contentType: 'application/json' };
}
