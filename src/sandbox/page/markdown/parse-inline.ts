import type { Inline } from './markdown-tree.ts';

/** Deeper nesting is shown as it is written. */
const deepest = 8;

type Reader = (match: readonly string[], depth: number) => Inline;

const around =
	(kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'): Reader =>
	([, inner = ''], depth) => ({ kind, inside: parseInline(inner, depth + 1) });

const reference =
	(kind: 'user' | 'role' | 'channel'): Reader =>
	([, id = '']) => ({ kind, id });

const bareLink: Reader = ([, href = '']) => ({ kind: 'link', href, inside: [{ kind: 'text', text: href }] });

/** What can begin at a place in a text, by its first character; the first that fits is taken. */
const rules: Record<string, [RegExp, Reader][]> = {
	'\\': [[/\\([^A-Za-z0-9\s])/y, ([, text = '']) => ({ kind: 'text', text })]],
	'`': [
		[/``([^`](?:[^`]|`(?!`))*)``(?!`)/y, ([, text = '']) => ({ kind: 'code', text: text.trim() })],
		[/`([^`\n]+)`(?!`)/y, ([, text = '']) => ({ kind: 'code', text })],
	],
	'*': [
		[
			/\*\*\*(?=\S)([\s\S]+?)\*\*\*(?!\*)/y,
			([, inner = ''], depth) => ({ kind: 'italic', inside: [around('bold')(['', inner], depth)] }),
		],
		[/\*\*(?=\S)([\s\S]+?)\*\*(?!\*)/y, around('bold')],
		[/\*(?=[^\s*])([^*]*(?:\*\*[^*]+\*\*[^*]*)*)\*(?!\*)/y, around('italic')],
	],
	_: [
		[/__(?=\S)([\s\S]+?)__(?!_)/y, around('underline')],
		[/_(?=[^\s_])([^_]+)_(?![A-Za-z0-9_])/y, around('italic')],
	],
	'~': [[/~~(?=\S)([\s\S]+?)~~/y, around('strike')]],
	'|': [[/\|\|(?=\S)([\s\S]+?)\|\|/y, around('spoiler')]],
	'[': [
		[
			/\[([^[\]]+)\]\(<?(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: "[^"\n]*")?\)/y,
			([, label = '', href = ''], depth) => ({ kind: 'link', href, inside: parseInline(label, depth + 1) }),
		],
	],
	'<': [
		[
			/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
			([, at = '', style = 'f']) => ({ kind: 'time', at: Number(at), style }),
		],
		[/<\/([-_'\p{L}\p{N} ]{1,100}):\d+>/uy, ([, name = '']) => ({ kind: 'command', name })],
		[/<@!?(\d+)>/y, reference('user')],
		[/<@&(\d+)>/y, reference('role')],
		[/<#(\d+)>/y, reference('channel')],
		[/<a?:(\w{2,32}):\d+>/y, ([, name = '']) => ({ kind: 'emoji', name })],
		[/<(https?:\/\/[^\s<>]+)>/y, bareLink],
	],
	'@': [[/@(everyone|here)\b/y, ([, word = '']) => ({ kind: 'everyone', word })]],
	h: [[/(https?:\/\/[^\s<>]*[^\s<>.,:;"'\])*_~|])/y, bareLink]],
	'\n': [[/\n/y, () => ({ kind: 'break' })]],
};

/** Reads the marks within a text. What is no mark, and every mark that does not fit, stays text. */
export function parseInline(text: string, depth = 0): Inline[] {
	const found: Inline[] = [];
	let plain = '';
	let position = 0;

	const endPlain = () => {
		if (plain !== '') found.push({ kind: 'text', text: plain });
		plain = '';
	};

	while (position < text.length) {
		const next = depth < deepest ? readAt(text, position, depth) : undefined;
		if (next) {
			endPlain();
			found.push(next.inline);
			position = next.end;
		} else {
			plain += text[position];
			position += 1;
		}
	}
	endPlain();
	return found;
}

function readAt(text: string, position: number, depth: number): { inline: Inline; end: number } | undefined {
	const first = text[position] ?? '';
	// Inside a word an underscore is part of it, and an address begins at a word's beginning.
	if ((first === '_' || first === 'h') && /\w/.test(text[position - 1] ?? '')) return undefined;
	for (const [pattern, read] of rules[first] ?? []) {
		pattern.lastIndex = position;
		const match = pattern.exec(text);
		if (!match) continue;
		// A reader may itself look for marks, with this same pattern.
		const end = position + match[0].length;
		return { inline: read(match, depth), end };
	}
	return undefined;
}
