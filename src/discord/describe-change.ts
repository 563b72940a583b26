import type { Revision, ShippedTexts } from '../app.ts';
import { shorten } from './components.ts';
import { escaped } from './escaped.ts';
import { diffWords } from './words-diff.ts';

/** Whose it is and since when makes no difference to what it says. */
type State = Pick<Revision['after'], 'texts' | 'hidden' | 'reviewBy'>;

const KINDS: Record<Revision['kind'], string> = {
	add: 'added',
	edit: 'changed',
	hide: 'hid',
	restore: 'brought back',
	delete: 'deleted',
	review: 'found still right',
	import: 'imported',
	undo: 'took back a change of',
};

/** Who did what to which entry and when, in a line. Mentions ping nobody, because no send of Gutsy's does. */
export function describeRevision(revision: Revision, shipped: ShippedTexts): string {
	const { kind, by, at, n, undoes, approvedBy } = revision;
	const title = escaped(titleIn(revision, shipped));
	const which = undoes === undefined ? '' : ` (change ${undoes})`;
	const second = approvedBy === undefined ? '' : `, approved by ${mentionOf(approvedBy)}`;
	return `**${n}** · ${mentionOf(by)} ${KINDS[kind]} **${title}**${which}, <t:${Math.floor(at / 1_000)}:f>${second}`;
}

/** Who did something, so that it can be clicked; pings nobody. Of those who had their data deleted only as much is left as tells two apart. */
export function mentionOf(by: string): string {
	return by.startsWith('former-') ? `a former moderator (${by.slice(7, 11)})` : `<@${by}>`;
}

/** What the entry of a step in the history is called: as it says then, or said before. */
export function titleIn(
	{ entry, before, after }: Pick<Revision, 'entry' | 'before' | 'after'>,
	shipped: ShippedTexts,
): string {
	return (after.texts ?? before?.texts ?? shipped(entry))?.title ?? entry;
}

/** What the second moderator wrote, as it was typed, in a line below; nothing where they wrote nothing. */
export function describeNote({ note }: Pick<Revision, 'note'>, longest = Number.POSITIVE_INFINITY): string {
	return note === undefined ? '' : `\n> ${shorten(escaped(note.replace(/\s+/g, ' ')), longest)}`;
}

type Words = ReturnType<ShippedTexts>;

/**
 * What is different, field by field.
 *
 * @param shipped what stands where the server has no words of its own.
 */
export function describeDifference(
	{ before, after }: { before?: State | undefined; after: State },
	shipped?: Words,
): string {
	const [old, now] = [fieldsOf(before, shipped), fieldsOf(after, shipped)];
	const names = [...new Set([...old.keys(), ...now.keys()])];
	const lines = names.flatMap((name) => {
		const [was, is] = [old.get(name) ?? '', now.get(name) ?? ''];
		return was === is ? [] : [`${name}: ${diffWords(was, is)}`];
	});
	if (before?.texts !== undefined && after.texts === undefined)
		lines.unshift('The server’s own words are gone.');
	return lines.length === 0 ? 'Nothing in the words.' : lines.join('\n');
}

function fieldsOf(state: State | undefined, shipped: Words): Map<string, string> {
	const fields = new Map<string, string>();
	const { texts = shipped, hidden, reviewBy } = state ?? {};
	if (texts) {
		fields.set('Title', texts.title);
		fields.set('Answer', texts.answer);
		fields.set('Other names', texts.aliases.join('; '));
		fields.set('Subject', texts.topic);
		fields.set('Source', texts.source ?? '');
	}
	fields.set('Hidden', hidden ? 'yes' : '');
	fields.set('Read again by', reviewBy ?? '');
	return fields;
}
