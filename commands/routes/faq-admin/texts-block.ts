import { ANSWER_ROOM, TITLE_ROOM } from '../../../src/core/entry-texts.ts';
import { shorten } from '../../../src/discord/components.ts';

/** What a moderator wrote, right or not. */
export interface Written {
	title: string;
	answer: string;
}

interface Filled {
	aliases: string;
	topic: readonly string[];
	source: string;
}

/** A text to copy, in a block that it cannot break out of. */
export function asBlock({ title, answer }: Written): string {
	const whole = shorten(`${title}\n\n${answer}`, TITLE_ROOM + ANSWER_ROOM + 2);
	return `\`\`\`\n${whole.replaceAll('```', "'''")}\n\`\`\``;
}

/** All fields of the form as they were filled in, right or not, to be given back. */
export function asWritten({ title, answer, aliases, topic, source }: Written & Filled): string {
	const parts: [string, string][] = [
		['Other names', aliases],
		['Subject', topic.join()],
		['Source', source],
	];
	const named = parts.flatMap(([name, value]) => (value.trim() === '' ? [] : [`${name}:\n${value}`]));
	return [title, answer, ...named].join('\n\n');
}

/** Aliases as they stand in a form, one a line, and back; those that do not fit any more are left out whole. */
export function writeAliases(aliases: readonly string[], room: number): string {
	let written = '';
	for (const alias of aliases) {
		const longer = written === '' ? alias : `${written}\n${alias}`;
		if (longer.length <= room) written = longer;
	}
	return written;
}

export function readAliases(written: string): string[] {
	const lines = written.split('\n').map((line) => line.trim());
	return [...new Set(lines.filter((line) => line !== ''))];
}
