import type { AllowedMentionsBody, EmbedBody, LegacyField, Maybe, MessageBody } from './bodies.ts';
import { componentIssues, placedComponents } from './component-rules.ts';
import { type ApiError, complaints, type FormIssue, invalidFormBody } from './form-error.ts';
import { componentsV2Flag, legacyFieldIssues, oversizeError, v2TotalIssues } from './message-v2-rules.ts';

type Path = readonly PropertyKey[];

export interface MessageUse {
	/** Where the message sits in the body: `['data']` in a callback. */
	path: Path;
	/** A new message must hold something; an edit may change as little as it likes. */
	isNew: boolean;
	/** Flags that may be set on a new message; edits send back whatever the message has. */
	settableFlags: number;
	fileCount: number;
	/** The edited message has the Components V2 flag, which no edit can take away. */
	editsV2: boolean;
	/** What the edited message holds of the fields that Components V2 exclude. */
	editedFields: readonly LegacyField[];
}

const plainComponentTypes = [1];

/** Judges a message that the schema accepts. */
export function messageError(message: MessageBody, use: MessageUse): ApiError | undefined {
	const issues = messageIssues(message, use);
	if (issues.length > 0) return invalidFormBody(issues);
	if (use.isNew && isEmpty(message, use)) {
		return { status: 400, code: 50006, message: 'Cannot send an empty message' };
	}
	return oversizeError(message);
}

function messageIssues(message: MessageBody, use: MessageUse): FormIssue[] {
	const { path } = use;
	const isV2 = use.editsV2 || hasFlag(message, componentsV2Flag);
	const placed = placedComponents(message.components, [...path, 'components']);
	return [
		...flagIssues(message, use),
		...(isV2 ? legacyFieldIssues(message, use) : plainLayoutIssues(message, path)),
		...(isV2 ? v2TotalIssues(placed, [...path, 'components']) : []),
		...(message.content && message.content.length > 2000
			? [complaints.tooLong([...path, 'content'], 2000)]
			: []),
		...embedSizeIssues(message.embeds, [...path, 'embeds']),
		...mentionIssues(message.allowed_mentions, [...path, 'allowed_mentions']),
		...componentIssues(placed),
	];
}

function flagIssues({ flags }: MessageBody, use: MessageUse): FormIssue[] {
	if (typeof flags !== 'number') return [];
	const path = [...use.path, 'flags'];
	if (!Number.isInteger(flags) || flags < 0) {
		return [{ path, code: 'NUMBER_TYPE_COERCE', message: `Value "${flags}" is not int.` }];
	}
	if (use.editsV2 && (flags & componentsV2Flag) === 0) {
		const message = 'The MessageFlags.IS_COMPONENTS_V2 flag cannot be removed from a message';
		return [{ path, code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', message }];
	}
	if (!use.isNew || (flags & ~use.settableFlags) === 0) return [];
	const message = 'These message flags cannot be set here';
	return [{ path, code: 'MESSAGE_FLAGS_INVALID', message }];
}

/** Without the Components V2 flag a message has at most five action rows and nothing else. */
function plainLayoutIssues({ components }: MessageBody, path: Path): FormIssue[] {
	const at = [...path, 'components'];
	return [
		...(components && components.length > 5 ? [complaints.tooLong(at, 5)] : []),
		...(components ?? []).flatMap(({ type }, index) =>
			plainComponentTypes.includes(type)
				? []
				: [complaints.unionChoices([...at, index], 'type', plainComponentTypes)],
		),
	];
}

function embedSizeIssues(embeds: Maybe<readonly EmbedBody[]>, path: Path): FormIssue[] {
	const size = (embeds ?? []).flatMap(embedTexts).reduce((total, text) => total + (text?.length ?? 0), 0);
	if (size <= 6000) return [];
	const message = 'Embed size exceeds maximum size of 6000';
	return [{ path, code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
}

function embedTexts({ title, description, author, footer, fields }: EmbedBody): Maybe<string>[] {
	const fieldTexts = (fields ?? []).flatMap(({ name, value }) => [name, value]);
	return [title, description, author?.name, footer?.text, ...fieldTexts];
}

/** Ids are listed either one by one or by parsing all of their kind, never both; and each id once. */
function mentionIssues(mentions: Maybe<AllowedMentionsBody>, path: Path): FormIssue[] {
	if (!mentions) return [];
	const issues: FormIssue[] = [];
	for (const kind of ['users', 'roles'] as const) {
		if (!mentions.parse?.includes(kind) || !mentions[kind]?.length) continue;
		const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
		issues.push({ path, code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message });
	}
	for (const list of ['parse', 'users', 'roles'] as const) {
		const values = mentions[list] ?? [];
		if (new Set(values).size === values.length) continue;
		const message = 'The set already contains this value';
		issues.push({ path: [...path, list], code: 'SET_TYPE_ALREADY_CONTAINS_VALUE', message });
	}
	return issues;
}

function isEmpty(message: MessageBody, { fileCount }: MessageUse): boolean {
	if (hasFlag(message, componentsV2Flag)) return !message.components?.length;
	const lists = [message.embeds, message.components, message.sticker_ids];
	return !(
		message.content?.trim() ||
		lists.some((list) => list?.length) ||
		message.poll ||
		message.shared_client_theme ||
		fileCount > 0
	);
}

function hasFlag({ flags }: MessageBody, flag: number): boolean {
	return ((flags ?? 0) & flag) !== 0;
}
