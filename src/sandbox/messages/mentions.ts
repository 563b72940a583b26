import type { Guild } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { walkComponents } from '../wire/component.ts';
import type { AllowedMentions, MessageBody } from '../wire/message-body.ts';

export interface Mentions {
	mentions: string[];
	mentionRoles: string[];
	mentionEveryone: boolean;
}

/**
 * Whom a message pings: what its text mentions, as far as `allowed_mentions` lets it. Without that, everything pings. A role
 * that is not mentionable is notified only by authors who `mayPingAll`.
 */
export function mentionsIn(
	store: Store,
	guild: Guild | undefined,
	text: string,
	allowed: AllowedMentions | null | undefined,
	mayPingAll: boolean,
): Mentions {
	const may = (kind: 'users' | 'roles', id: string) =>
		!allowed || allowed.parse?.includes(kind) === true || allowed[kind]?.includes(id) === true;
	const found = (pattern: RegExp) => [
		...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])),
	];
	return {
		mentions: found(/<@!?(\d+)>/g).filter((id) => store.users.has(id) && may('users', id)),
		mentionRoles: found(/<@&(\d+)>/g).filter(
			(id) =>
				guild?.roles.some((role) => role.id === id && (mayPingAll || role.mentionable)) === true &&
				may('roles', id),
		),
		mentionEveryone:
			guild !== undefined &&
			/@(?:everyone|here)\b/.test(text) &&
			(!allowed || allowed.parse?.includes('everyone') === true),
	};
}

/** All text of a body in which Discord looks for mentions: its content and its text displays. */
export function mentionableText(body: Pick<MessageBody, 'content' | 'components'>): string {
	const displays = [...walkComponents(body.components ?? [])].flatMap((component) => component.content ?? []);
	return [body.content ?? '', ...displays].join('\n');
}
