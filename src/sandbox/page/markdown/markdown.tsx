import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Block, Inline } from './markdown-tree.ts';
import { ChannelMention, CommandMention, EveryoneMention, RoleMention, UserMention } from './mentions.tsx';
import { parseMarkdown } from './parse-blocks.ts';
import { Spoiler } from './spoiler.tsx';
import { Timestamp } from './timestamp.tsx';

/** A text with Discord's markdown. The tree is drawn as elements: nothing in it can become HTML. */
export function Markdown({ text, pingsEveryone = false }: { text: string; pingsEveryone?: boolean }) {
	const blocks = useMemo(() => parseMarkdown(text), [text]);
	return <div class="markdown">{drawBlocks(blocks, pingsEveryone)}</div>;
}

function drawBlocks(blocks: readonly Block[], pingsEveryone: boolean): ComponentChildren {
	return blocks.map((block, index) => <BlockView key={index} block={block} pingsEveryone={pingsEveryone} />);
}

function BlockView({ block, pingsEveryone }: { block: Block; pingsEveryone: boolean }) {
	switch (block.kind) {
		case 'paragraph':
			return <p>{drawInlines(block.inside, pingsEveryone)}</p>;
		case 'heading':
			// One level for all three: a message begins with any of them, and the page's outline must not leap.
			return <h3 class={`heading heading-${block.level}`}>{drawInlines(block.inside, pingsEveryone)}</h3>;
		case 'small':
			return <p class="small-print">{drawInlines(block.inside, pingsEveryone)}</p>;
		case 'quote':
			return <blockquote>{drawBlocks(block.inside, pingsEveryone)}</blockquote>;
		case 'code':
			return (
				<pre>
					<code>{block.text}</code>
				</pre>
			);
		case 'list': {
			const items = block.items.map((item, index) => <li key={index}>{drawBlocks(item, pingsEveryone)}</li>);
			return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
		}
	}
}

function drawInlines(inlines: readonly Inline[], pingsEveryone: boolean): ComponentChildren {
	return inlines.map((inline, index) => (
		<InlineView key={index} inline={inline} pingsEveryone={pingsEveryone} />
	));
}

function InlineView({ inline, pingsEveryone }: { inline: Inline; pingsEveryone: boolean }) {
	const inside = () => ('inside' in inline ? drawInlines(inline.inside, pingsEveryone) : undefined);
	switch (inline.kind) {
		case 'text':
			return <>{inline.text}</>;
		case 'break':
			return <br />;
		case 'bold':
			return <strong>{inside()}</strong>;
		case 'italic':
			return <em>{inside()}</em>;
		case 'underline':
			return <u>{inside()}</u>;
		case 'strike':
			return <s>{inside()}</s>;
		case 'spoiler':
			return <Spoiler>{inside()}</Spoiler>;
		case 'code':
			return <code>{inline.text}</code>;
		case 'link':
			return (
				<a href={inline.href} target="_blank" rel="noopener noreferrer">
					{inside()}
				</a>
			);
		case 'time':
			return <Timestamp at={inline.at * 1000} style={inline.style} />;
		case 'command':
			return <CommandMention name={inline.name} />;
		case 'user':
			return <UserMention id={inline.id} />;
		case 'role':
			return <RoleMention id={inline.id} />;
		case 'channel':
			return <ChannelMention id={inline.id} />;
		case 'everyone':
			return <EveryoneMention word={inline.word} pings={pingsEveryone} />;
		case 'emoji':
			return <>:{inline.name}:</>;
	}
}
