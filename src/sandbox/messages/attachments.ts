import { refuse } from '../refusal.ts';
import type { Attachment } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import type { MessageBody, UploadedFile } from '../wire/message-body.ts';

/** The most bytes of one file; interactions tell it to the bot. */
export const attachmentSizeLimit = 10 * 1024 * 1024;

/** Stores a file and answers what Discord tells about it. */
export function storeFile(
	store: Store,
	id: string,
	file: Omit<UploadedFile, 'index'>,
	description?: string | null,
): Attachment {
	if (file.bytes.byteLength > attachmentSizeLimit) throw refuse('uploadTooLarge');
	const attachment: Attachment = {
		id,
		filename: file.filename,
		contentType: file.contentType,
		size: file.bytes.byteLength,
		...(description && { description }),
	};
	store.files.set(id, { attachment, bytes: file.bytes });
	return attachment;
}

/**
 * The attachments of a message after a request: those it keeps, then the uploaded ones.
 * In `attachments` of the body a small number names `files[n]`, anything else an attachment to keep; without the list all are kept.
 */
export function attachmentsAfter(
	store: Store,
	nextId: () => string,
	body: MessageBody,
	files: readonly UploadedFile[],
	before: readonly Attachment[] = [],
): Attachment[] {
	const listed = body.attachments;
	const kept = listed ? before.filter((each) => listed.some((item) => item.id === each.id)) : [...before];
	const uploaded = files.map((file) => {
		const told = listed?.find((item) => item.id === String(file.index));
		return storeFile(
			store,
			nextId(),
			{ ...file, filename: told?.filename ?? file.filename },
			told?.description,
		);
	});
	return [...kept, ...uploaded];
}
