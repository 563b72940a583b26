import type { ShownComponent } from '../../page-server/protocol/shown-component.ts';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import type { Block, Inline } from '../markdown/markdown-tree.ts';
import { parseMarkdown } from '../markdown/parse-blocks.ts';

type Worded = Pick<ShownMessage, 'content' | 'embeds' | 'components'>;

/** The words of a message as they were written, for a copy. */
export function writtenText(message: Worded): string {
	const embeds = message.embeds.flatMap(({ title, description }) => [title ?? '', description ?? '']);
	return [message.content, ...embeds, ...message.components.flatMap(textsOf)]
		.filter((text) => text !== '')
		.join('\n');
}

/** The words of a message without their marks, for a line that only hints at it. */
export function plainText(message: Worded): string {
	return parseMarkdown(writtenText(message)).map(wordsOfBlock).join(' ').replaceAll(/\s+/g, ' ').trim();
}

function textsOf({ content, components = [], accessory }: ShownComponent): string[] {
	return [content ?? '', ...components.flatMap(textsOf), ...(accessory ? textsOf(accessory) : [])];
}

function wordsOfBlock(block: Block): string {
	switch (block.kind) {
		case 'code':
			return block.text;
		case 'quote':
			return block.inside.map(wordsOfBlock).join(' ');
		case 'list':
			return block.items.flat().map(wordsOfBlock).join(' ');
		default:
			return block.inside.map(wordsOfInline).join('');
	}
}

function wordsOfInline(inline: Inline): string {
	if ('inside' in inline) return inline.inside.map(wordsOfInline).join('');
	switch (inline.kind) {
		case 'text':
		case 'code':
			return inline.text;
		case 'command':
			return `/${inline.name}`;
		case 'everyone':
			return `@${inline.word}`;
		default:
			return ' ';
	}
}
