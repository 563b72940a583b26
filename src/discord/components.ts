import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIContainerComponent,
	type APIFileComponent,
	type APIMediaGalleryComponent,
	type APISelectMenuOption,
	type APISeparatorComponent,
	type APIStringSelectComponent,
	type APITextDisplayComponent,
	ButtonStyle,
	ComponentType,
} from 'discord-api-types/v10';
import type { InContainer } from './reply.ts';

/** Gutsy's own green, along the edge of its cards. */
const ACCENT = 0x4f9d69;
/** For refusals and for care: noticed without shouting. */
const CARE_ACCENT = 0xc8553d;

export function text(content: string): APITextDisplayComponent {
	return { type: ComponentType.TextDisplay, content };
}

/** Discord's small grey print. Line breaks would end it, so each line gets its own mark. */
export function smallPrint(...lines: string[]): APITextDisplayComponent {
	return text(lines.map((line) => `-# ${line}`).join('\n'));
}

export function line(): APISeparatorComponent {
	return { type: ComponentType.Separator, divider: true, spacing: 1 };
}

export function card(...components: InContainer[]): APIContainerComponent {
	return { type: ComponentType.Container, accent_color: ACCENT, components };
}

export function careCard(...components: InContainer[]): APIContainerComponent {
	return { type: ComponentType.Container, accent_color: CARE_ACCENT, components };
}

/** Up to five buttons side by side. */
export function buttons(...components: APIButtonComponent[]): APIActionRowComponent<APIButtonComponent> {
	return { type: ComponentType.ActionRow, components };
}

export function button(
	label: string,
	customId: string,
	style:
		| ButtonStyle.Primary
		| ButtonStyle.Secondary
		| ButtonStyle.Success
		| ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent {
	return { type: ComponentType.Button, style, label: shorten(label, 80), custom_id: customId };
}

/** What the options of a select may take of a message's bytes where little else stands beside them. */
const OPTIONS_BYTES = 8_000;
/** How long labels are, in characters, until they fit. */
const LABELS = [100, 70, 50, 35, 25, 15, 10];

/**
 * A string select in a row of its own. Labels are shortened where all together would take too many bytes.
 *
 * @param room in UTF-8 bytes, for all options together.
 */
export function select(
	customId: string,
	placeholder: string,
	options: readonly APISelectMenuOption[],
	room = OPTIONS_BYTES,
): APIActionRowComponent<APIStringSelectComponent> {
	const lengths = LABELS.map((longest) => withLabels(options, longest));
	const fitting = lengths.find((each) => Buffer.byteLength(JSON.stringify(each)) <= room) ?? lengths.at(-1);
	return {
		type: ComponentType.ActionRow,
		components: [
			{ type: ComponentType.StringSelect, custom_id: customId, placeholder, options: fitting ?? [] },
		],
	};
}

function withLabels(options: readonly APISelectMenuOption[], longest: number): APISelectMenuOption[] {
	return options.map((option) => ({ ...option, label: shorten(option.label, longest) }));
}

/** Shows a picture among the message's files. `description` is what a screen reader says in its place. */
export function picture(name: string, description: string): APIMediaGalleryComponent {
	const media = { url: `attachment://${name}` };
	return { type: ComponentType.MediaGallery, items: [{ media, description: shorten(description, 1_024) }] };
}

/** Offers one of the message's files for download. */
export function fileToSave(name: string): APIFileComponent {
	return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** Cuts a text to a limit of Discord's, ending in an ellipsis when something is missing. */
export function shorten(content: string, longest: number): string {
	return content.length <= longest ? content : `${cut(content, longest - 1).trimEnd()}…`;
}

/** Cuts a text without a sign, and never in the middle of a character. */
export function cut(content: string, longest: number): string {
	return content.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
