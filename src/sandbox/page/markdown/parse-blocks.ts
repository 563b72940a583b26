import type { Block } from './markdown-tree.ts';
import { parseInline } from './parse-inline.ts';

const fence = /```(?:[a-z0-9_+-]*\n)?([\s\S]*?)```\n?/i;
const listItem = /^( *)(?:[-*]|(\d{1,9})\.) +(\S.*)$/;
const heading = /^(#{1,3}) +(\S.*)$/;
const smallPrint = /^-# +(\S.*)$/;
/** Deeper quotes and lists are shown as they are written. */
const deepest = 6;

/** Reads Discord's markdown: blocks by lines, marks within them. */
export function parseMarkdown(text: string, depth = 0): Block[] {
	const code = fence.exec(text);
	if (!code) return parseLines(text.split('\n'), depth);
	const before = text.slice(0, code.index).replace(/\n$/, '');
	const after = text.slice(code.index + code[0].length);
	return [
		...(before === '' ? [] : parseLines(before.split('\n'), depth)),
		{ kind: 'code', text: code[1]?.replace(/\n$/, '') ?? '' },
		...(after === '' ? [] : parseMarkdown(after, depth)),
	];
}

function parseLines(lines: readonly string[], depth: number): Block[] {
	const blocks: Block[] = [];
	let paragraph: string[] = [];
	let index = 0;

	const endParagraph = () => {
		if (paragraph.length > 0) blocks.push({ kind: 'paragraph', inside: parseInline(paragraph.join('\n')) });
		paragraph = [];
	};

	while (index < lines.length) {
		const read = depth < deepest ? readBlock(lines, index, depth) : undefined;
		if (read) {
			endParagraph();
			blocks.push(read.block);
			index += read.lines;
		} else {
			paragraph.push(lines[index] ?? '');
			index += 1;
		}
	}
	endParagraph();
	return blocks;
}

/** The block that begins at a line, and how many lines it takes; nothing for a line of plain text. */
function readBlock(
	lines: readonly string[],
	index: number,
	depth: number,
): { block: Block; lines: number } | undefined {
	const line = lines[index] ?? '';
	const title = heading.exec(line);
	if (title)
		return {
			block: { kind: 'heading', level: title[1]?.length ?? 1, inside: parseInline(title[2] ?? '') },
			lines: 1,
		};
	const small = smallPrint.exec(line);
	if (small) return { block: { kind: 'small', inside: parseInline(small[1] ?? '') }, lines: 1 };
	if (line.startsWith('>>> ')) {
		const rest = [line.slice(4), ...lines.slice(index + 1)];
		return { block: { kind: 'quote', inside: parseLines(rest, depth + 1) }, lines: rest.length };
	}
	if (line.startsWith('> ')) {
		const quoted = takeWhile(lines, index, (each) => each.startsWith('> '));
		const inside = parseLines(
			quoted.map((each) => each.slice(2)),
			depth + 1,
		);
		return { block: { kind: 'quote', inside }, lines: quoted.length };
	}
	return listItem.test(line) ? readList(lines, index, depth) : undefined;
}

function readList(lines: readonly string[], index: number, depth: number): { block: Block; lines: number } {
	const taken = takeWhile(lines, index, (each) => listItem.test(each));
	const [, indent = '', number] = listItem.exec(taken[0] ?? '') ?? [];
	const items: { text: string; deeper: string[] }[] = [];
	for (const line of taken) {
		const [, spaces = '', , text = ''] = listItem.exec(line) ?? [];
		const last = items.at(-1);
		if (last && spaces.length > indent.length) last.deeper.push(line);
		else items.push({ text, deeper: [] });
	}
	return {
		block: {
			kind: 'list',
			ordered: number !== undefined,
			start: Number(number ?? 1),
			items: items.map(({ text, deeper }) => [
				{ kind: 'paragraph', inside: parseInline(text) },
				...(deeper.length > 0 ? parseLines(deeper, depth + 1) : []),
			]),
		},
		lines: taken.length,
	};
}

function takeWhile(lines: readonly string[], from: number, fits: (line: string) => boolean): string[] {
	const end = lines.findIndex((line, index) => index >= from && !fits(line));
	return lines.slice(from, end === -1 ? lines.length : end);
}
