import type { LegacyField, MessageBody } from './bodies.ts';
import { type PlacedComponent, placedComponents } from './component-rules.ts';
import type { ApiError, FormIssue } from './form-error.ts';

type Path = readonly PropertyKey[];

export const componentsV2Flag = 1 << 15;

const textDisplay = 10;
const maxComponents = 40;
const maxCharacters = 4000;
/** Measured by others (discord-api-docs issue 8554): the texts' UTF-8 bytes plus twelve for each text. */
const maxStoredBytes = 10_170;
const bytesPerText = 12;

/** Fields that a Components V2 message cannot have; an edit that adds the flag must null those there are. */
export function legacyFieldIssues(
	message: MessageBody,
	{ path, editedFields }: { path: Path; editedFields: readonly LegacyField[] },
): FormIssue[] {
	const kept = (field: LegacyField) => editedFields.includes(field) && message[field] === undefined;
	return (['content', 'embeds', 'poll', 'sticker_ids'] as const)
		.filter((field) => isSet(message[field]) || kept(field))
		.map((field) => ({
			path: [...path, field],
			code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
			message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
		}));
}

function isSet(value: MessageBody[LegacyField]): boolean {
	return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** At most 40 components, nested ones counted, and 4,000 characters of text in all. */
export function v2TotalIssues(placed: readonly PlacedComponent[], path: Path): FormIssue[] {
	const issues: FormIssue[] = [];
	if (placed.length > maxComponents) {
		const message = `The total number of components cannot exceed ${maxComponents}`;
		issues.push({ path, code: 'COMPONENT_TOTAL_COUNT_EXCEEDED', message });
	}
	if (texts(placed).reduce((total, text) => total + text.length, 0) > maxCharacters) {
		const message = `The total displayable text size cannot exceed ${maxCharacters}`;
		issues.push({ path, code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
	}
	return issues;
}

/** A message within all documented limits but too large for Discord's store: it answers 500 without a reason. */
export function oversizeError({ components }: MessageBody): ApiError | undefined {
	const stored = texts(placedComponents(components, [])).map(
		(text) => Buffer.byteLength(text) + bytesPerText,
	);
	if (stored.reduce((total, bytes) => total + bytes, 0) <= maxStoredBytes) return undefined;
	return { status: 500, code: 0, message: '500: Internal Server Error' };
}

function texts(placed: readonly PlacedComponent[]): string[] {
	return placed.flatMap(({ component: { type, content } }) => (type === textDisplay ? [content ?? ''] : []));
}
