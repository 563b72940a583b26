import type { ShownComponent } from '../../page-server/protocol/shown-component.ts';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { ComponentType, isSelectType } from './component-types.ts';
import { FileLink } from './file-link.tsx';
import { MediaGallery } from './media-gallery.tsx';
import { MessageButton } from './message-button.tsx';
import { MessageSelect } from './message-select.tsx';
import { Picture } from './picture.tsx';
import { Veil } from './veil.tsx';

interface Placed {
	component: ShownComponent;
	message: ShownMessage;
}

/** The components of a message, one under the other. */
export function MessageComponents({
	components,
	message,
}: {
	components: readonly ShownComponent[];
	message: ShownMessage;
}) {
	return (
		<>
			{components.map((component, index) => (
				<MessageComponent key={component.id ?? index} component={component} message={message} />
			))}
		</>
	);
}

function MessageComponent({ component, message }: Placed) {
	const { type, components = [] } = component;
	if (isSelectType(type)) return <MessageSelect select={component} message={message} />;
	switch (type) {
		case ComponentType.ActionRow:
			return (
				<div class="action-row">
					<MessageComponents components={components} message={message} />
				</div>
			);
		case ComponentType.Button:
			return <MessageButton button={component} message={message} />;
		case ComponentType.TextDisplay:
			return <Markdown text={component.content ?? ''} pingsEveryone={message.pings.everyone} />;
		case ComponentType.Container:
			return <Container component={component} message={message} />;
		case ComponentType.Section:
			return (
				<div class="section">
					<div class="section-texts">
						<MessageComponents components={components} message={message} />
					</div>
					{component.accessory && <MessageComponent component={component.accessory} message={message} />}
				</div>
			);
		case ComponentType.Thumbnail:
			return (
				<div class="thumbnail">
					<Picture
						url={component.media?.url ?? ''}
						description={component.description}
						spoiler={component.spoiler}
					/>
				</div>
			);
		case ComponentType.MediaGallery:
			return <MediaGallery items={component.items ?? []} />;
		case ComponentType.File:
			return (
				<Veil covers={component.spoiler ?? false}>
					<FileLink url={component.file?.url ?? ''} attachments={message.attachments} />
				</Veil>
			);
		case ComponentType.Separator:
			return <Separator component={component} />;
		default:
			return <p class="unknown-component">This page does not know components of type {type}.</p>;
	}
}

function Container({ component, message }: Placed) {
	const { accent_color: accent, spoiler = false, components = [] } = component;
	return (
		<Veil covers={spoiler}>
			<div class="container" style={accent === undefined ? {} : { borderInlineStartColor: colour(accent) }}>
				<MessageComponents components={components} message={message} />
			</div>
		</Veil>
	);
}

function Separator({ component: { divider = true, spacing = 1 } }: { component: ShownComponent }) {
	const size = spacing === 2 ? 'separator large' : 'separator';
	return divider ? <hr class={size} /> : <div class={size} aria-hidden="true" />;
}

/** A number such as 0x4f9d69 as CSS writes it. */
export function colour(value: number): string {
	return `#${value.toString(16).padStart(6, '0')}`;
}
