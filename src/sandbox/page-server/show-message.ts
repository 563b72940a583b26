import type { VisibleMessage } from '../driver/visible-message.ts';
import { type ShownMessage, shownMessage } from './protocol/shown-message.ts';

const attachmentScheme = 'attachment://';

/** A message for the page: the message's own files have addresses on this server. */
export function showMessage(message: VisibleMessage): ShownMessage {
	const attachments = message.attachments.map((each) => ({ ...each, url: new URL(each.url).pathname }));
	const addressed = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(addressed);
		if (typeof value === 'object' && value !== null)
			return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, addressed(inner)]));
		if (typeof value !== 'string' || !value.startsWith(attachmentScheme)) return value;
		return attachments.find(({ filename }) => value === attachmentScheme + filename)?.url ?? value;
	};
	return shownMessage.parse({
		...message,
		authorId: message.author.id,
		attachments,
		embeds: addressed(message.embeds),
		components: addressed(message.components),
	});
}
