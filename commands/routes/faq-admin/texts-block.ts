import { ANSWER_ROOM, type EntryTexts, TITLE_ROOM } from '../../../src/core/entry-texts.ts';
import { shorten } from '../../../src/discord/components.ts';

/** What a moderator wrote, right or not. */
export interface Written {
	title: string;
	answer: string;
}

/** A text to copy, in a block that it cannot break out of. */
export function asBlock({ title, answer }: Written): string {
	const whole = shorten(`${title}\n\n${answer}`, TITLE_ROOM + ANSWER_ROOM + 2);
	return `\`\`\`\n${whole.replaceAll('```', "'''")}\n\`\`\``;
}

/** Aliases as they stand in a form, one a line, and back. */
export const writeAliases = (aliases: readonly string[]): string => aliases.join('\n');

export function readAliases(written: string): string[] {
	const lines = written.split('\n').map((line) => line.trim());
	return [...new Set(lines.filter((line) => line !== ''))];
}

/** Short enough for an entry's texts beside others. */
export function summary({ title, answer }: Pick<EntryTexts, 'title' | 'answer'>): string {
	return `**${shorten(title, TITLE_ROOM)}**\n${shorten(answer, 300)}`;
}
