import type { ShownComponent } from '../../page-server/protocol/shown-component.ts';
import { Picture } from './picture.tsx';

type Items = NonNullable<ShownComponent['items']>;

export function MediaGallery({ items }: { items: Items }) {
	return (
		<div class={items.length === 1 ? 'gallery single' : 'gallery'}>
			{items.map(({ media, description, spoiler }, index) => (
				<Picture key={index} url={media.url} description={description} spoiler={spoiler} />
			))}
		</div>
	);
}
