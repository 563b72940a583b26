import type { Attachment } from '../store/state.ts';

export interface MediaContext {
	origin: string;
	attachments: readonly Attachment[];
	messageId: string;
}

const attachmentScheme = 'attachment://';

/** Resolves the address of a picture or file; `attachment://name` is one of the message's own files. */
export function renderMedia(media: { url: string }, context: MediaContext) {
	if (!media.url.startsWith(attachmentScheme))
		return { id: context.messageId, url: media.url, proxy_url: media.url, width: null, height: null };
	const filename = media.url.slice(attachmentScheme.length);
	const file = context.attachments.find((attachment) => attachment.filename === filename);
	const url = file
		? `${context.origin}/attachments/${file.id}/${encodeURIComponent(file.filename)}`
		: media.url;
	return {
		id: context.messageId,
		url,
		proxy_url: url,
		width: null,
		height: null,
		...(file && { content_type: file.contentType, attachment_id: file.id }),
	};
}
