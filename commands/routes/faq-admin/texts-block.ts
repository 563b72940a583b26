/** What a moderator wrote, right or not. */
interface Written {
	title: string;
	answer: string;
	aliases: string;
	topic: readonly string[];
	source: string;
}

/** All fields of the form as they were filled in, right or not, to be given back. */
export function asWritten({ title, answer, aliases, topic, source }: Written): string {
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
