import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { FileLink } from '../components/file-link.tsx';
import { MessageComponents } from '../components/message-components.tsx';
import { Picture } from '../components/picture.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { Dots } from '../parts/dots.tsx';
import { useFacts, usePage } from '../state/page.ts';
import { Embed } from './embed.tsx';

/** What a message says and carries. */
export function MessageBody({ message }: { message: ShownMessage }) {
	const { state } = usePage();
	const { people, botId } = useFacts();
	const bot = people.find(({ id }) => id === botId);
	const failed = state.underway.all.value.some(
		(each) =>
			each.state === 'failed' && each.origin.kind === 'component' && each.origin.messageId === message.id,
	);
	if (message.loading)
		return state.underway.unansweredDefers.value.has(message.id) ? (
			<p class="failure">The application did not respond</p>
		) : (
			<p class="thinking">
				<Dots label="" /> {bot?.name} is thinking…
			</p>
		);
	const placed = new Set(JSON.stringify(message.components).match(/\/attachments\/[^"]+/g) ?? []);
	const loose = message.attachments.filter(({ url }) => !placed.has(url));
	const pictures = loose.filter(({ contentType }) => contentType.startsWith('image/'));
	const files = loose.filter((attachment) => !pictures.includes(attachment));
	return (
		<>
			{message.content !== '' && <Markdown text={message.content} pingsEveryone={message.pings.everyone} />}
			{message.embeds.map((embed, index) => (
				<Embed key={index} embed={embed} />
			))}
			{pictures.length > 0 && (
				<div class={pictures.length === 1 ? 'gallery single' : 'gallery'}>
					{pictures.map(({ id, url, description, filename }) => (
						<Picture key={id} url={url} description={description ?? filename} />
					))}
				</div>
			)}
			{files.map(({ id, url }) => (
				<FileLink key={id} url={url} attachments={message.attachments} />
			))}
			<MessageComponents components={message.components} message={message} />
			{message.edited && <span class="edited">(edited)</span>}
			{failed && <p class="failure">This interaction failed</p>}
		</>
	);
}
