import { ComponentType } from 'discord-api-types/v10';
import type { Component } from '../wire/component.ts';
import { type MediaContext, renderMedia } from './media.ts';

/** Components as Discord gives them back: what the bot left out has its default, media have addresses. */
export function renderComponents(components: readonly Component[], context: MediaContext): unknown[] {
	return components.map((component) => renderComponent(component, context));
}

function renderComponent(component: Component, context: MediaContext): Record<string, unknown> {
	const { components, component: inner, accessory, media, file, items, ...own } = component;
	return {
		...defaultsOf(component),
		...own,
		...(components && { components: renderComponents(components, context) }),
		...(inner && { component: renderComponent(inner, context) }),
		...(accessory && { accessory: renderComponent(accessory, context) }),
		...(media && { media: renderMedia(media, context) }),
		...(file && { file: renderMedia(file, context), ...fileFacts(file.url, context) }),
		...(items && {
			items: items.map((item) => ({
				description: null,
				spoiler: false,
				...item,
				media: renderMedia(item.media, context),
			})),
		}),
	};
}

function fileFacts(url: string, context: MediaContext) {
	const name = url.split('/').at(-1) ?? null;
	const attachment = context.attachments.find((each) => each.filename === name);
	return { name, size: attachment?.size ?? null };
}

function defaultsOf(component: Component): Record<string, unknown> {
	switch (component.type) {
		case ComponentType.StringSelect:
		case ComponentType.UserSelect:
		case ComponentType.RoleSelect:
		case ComponentType.MentionableSelect:
		case ComponentType.ChannelSelect:
			return { min_values: 1, max_values: 1 };
		case ComponentType.Container:
			return { accent_color: null, spoiler: false };
		case ComponentType.Separator:
			return { spacing: 1, divider: true };
		case ComponentType.Thumbnail:
			return { description: null, spoiler: false };
		case ComponentType.File:
			return { spoiler: false };
		default:
			return {};
	}
}
