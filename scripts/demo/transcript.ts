import type { VisibleMessage } from '../../src/sandbox/driver/visible-message.ts';

/** Writes a conversation down as it goes, for people to read. */
export interface Transcript {
	/** A step of the story. */
	heading(text: string): void;
	/** What a person does. */
	does(who: string, what: string): void;
	/** What the bot shows, and to whom. */
	shows(message: VisibleMessage): void;
}

const WIDTH = 88;
const NAME_WIDTH = 7;

export function createTranscript(print: (line: string) => void): Transcript {
	const say = (name: string, lines: string[]) => {
		for (const [index, line] of lines.entries())
			print(`${(index === 0 ? name : '').padStart(NAME_WIDTH)} │ ${line}`);
	};
	return {
		heading: (text) => print(`\n${text}`),
		does: (who, what) => say(who, wrap(what)),
		shows(message) {
			const labels = message.buttons.map(({ label }) => `[ ${label} ]`);
			const text = message.text.split('\n').map(plain).flatMap(wrap);
			const privacy = message.ephemeral ? ['(only you can see this)'] : [];
			say(
				'Gutsy',
				[...text, ...wrap(labels.join(' ')), ...privacy].filter((line) => line !== ''),
			);
		},
	};
}

/** Discord's marks as a terminal can show them. */
function plain(line: string): string {
	return line
		.replace(/^(#{1,3}|-#) /, '')
		.replaceAll('**', '')
		.replace(/<\/([^:>]+):\d+>/g, '/$1')
		.replace(
			/<t:(\d+):\w>/g,
			(_mark, seconds) => `${new Date(Number(seconds) * 1_000).toISOString().slice(0, 16)}Z`,
		);
}

function wrap(text: string): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && line.length + 1 + word.length > WIDTH) {
			lines.push(line);
			line = word;
		} else line = line === '' ? word : `${line} ${word}`;
	}
	return [...lines, line];
}
