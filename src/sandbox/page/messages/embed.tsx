import type { ShownEmbed } from '../../page-server/protocol/shown-message.ts';
import { colour } from '../components/message-components.tsx';
import { Picture } from '../components/picture.tsx';
import { formatStamp } from '../markdown/format-time.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { usePage } from '../state/page.ts';

export function Embed({ embed }: { embed: ShownEmbed }) {
	const { state } = usePage();
	const { title, description, url, color, author, footer, image, thumbnail, fields, timestamp } = embed;
	const at = timestamp ? Date.parse(timestamp) : Number.NaN;
	const stamp = Number.isNaN(at) ? undefined : formatStamp(at, state.now.value);
	const foot = [footer?.text, stamp].filter((part) => part !== undefined).join(' • ');
	return (
		<div class="embed" style={typeof color === 'number' ? { borderInlineStartColor: colour(color) } : {}}>
			<div class="embed-texts">
				{author && <p class="embed-author">{author.name}</p>}
				{title && (
					<div class="embed-title">
						{url && /^https?:/i.test(url) ? (
							<a href={url} target="_blank" rel="noopener noreferrer">
								{title}
							</a>
						) : (
							<Markdown text={title} />
						)}
					</div>
				)}
				{description && <Markdown text={description} />}
				{fields && fields.length > 0 && (
					<div class="embed-fields">
						{fields.map(({ name, value, inline }, index) => (
							<div key={index} class={inline ? 'inline' : 'whole'}>
								<strong>{name}</strong>
								<Markdown text={value} />
							</div>
						))}
					</div>
				)}
				{image && <Picture url={image.url} />}
				{foot !== '' && <p class="small-print">{foot}</p>}
			</div>
			{thumbnail && (
				<div class="thumbnail">
					<Picture url={thumbnail.url} />
				</div>
			)}
		</div>
	);
}
