import type { EntryTexts } from '../../../src/core/entry-texts.ts';
import { fileToSave, text } from '../../../src/discord/components.ts';
import type { MessageReply } from '../../../src/discord/reply.ts';
import { diffWords, shortenMarked } from '../../../src/discord/words-diff.ts';
import { TOPIC_NAMES } from '../browse-ids.ts';

/** What blocks to copy from may take, beside what else a message of both texts says. */
const ROOM = { characters: 3_000, bytes: 7_000 };
const LONGEST_DIFFERENCE = 2_200;
const FENCE = '```';

interface Side {
	/** Such as `It now says`. */
	readonly heading: string;
	/** Undefined where it was deleted. */
	readonly texts: EntryTexts | undefined;
}

/**
 * Two texts of one entry in all that differs: in blocks to copy from, or word by word and whole in a file where a message could not
 * hold them. Nothing of either is left out.
 */
export function bothTexts(theirs: Side, mine: Side): Pick<MessageReply, 'components' | 'files'> {
	const fields = [fieldsOf(theirs.texts), fieldsOf(mine.texts)] as const;
	const differing = [...fields[0].keys()].filter((name) => fields[0].get(name) !== fields[1].get(name));
	const written = [theirs, mine].map(({ heading, texts }, at) => {
		const said = differing.map((name) => `${name}:\n${fields[at]?.get(name) || 'none'}`).join('\n\n');
		return { heading, said: texts === undefined ? 'Nothing: it was deleted.' : said || 'The same.' };
	});
	const whole = written.map(({ heading, said }) => `${heading}\n\n${said}`).join('\n\n\n');
	const fits =
		whole.length <= ROOM.characters &&
		Buffer.byteLength(JSON.stringify(whole)) <= ROOM.bytes &&
		!whole.includes(FENCE);
	if (fits)
		return {
			components: written.map(({ heading, said }) => text(`### ${heading}\n${FENCE}\n${said}\n${FENCE}`)),
		};
	const file = { name: 'both-texts.txt', data: Buffer.from(`${whole}\n`), contentType: 'text/plain' };
	const marked = differing.map(
		(name) => `${name}: ${diffWords(fields[0].get(name) ?? '', fields[1].get(name) ?? '')}`,
	);
	return {
		components: [
			text(
				`### What is different\n~~${theirs.heading}~~, **${mine.heading}**:\n${shortenMarked(marked.join('\n'), LONGEST_DIFFERENCE)}`,
			),
			text('Both, whole:'),
			fileToSave(file.name),
		],
		files: [file],
	};
}

function fieldsOf(texts: EntryTexts | undefined): Map<string, string> {
	return new Map([
		['Title', texts?.title ?? ''],
		['Answer', texts?.answer ?? ''],
		['Other names', texts?.aliases.join('\n') ?? ''],
		['Subject', texts ? TOPIC_NAMES[texts.topic] : ''],
		['Source', texts?.source ?? ''],
	]);
}
