import { storeFile } from '../messages/attachments.ts';
import type { Store } from '../store/store.ts';

/** A file that a user attaches to a command option or a modal. */
export interface FileToSend {
	filename: string;
	/** Default `application/octet-stream`. */
	contentType?: string;
	data: string | Uint8Array;
}

export function isFile(value: unknown): value is FileToSend {
	return typeof value === 'object' && value !== null && 'filename' in value && 'data' in value;
}

/** Uploads it as Discord's client does and answers its id. */
export function uploadFile(store: Store, nextId: () => string, file: FileToSend): string {
	const bytes = typeof file.data === 'string' ? new TextEncoder().encode(file.data) : file.data;
	const { filename, contentType = 'application/octet-stream' } = file;
	return storeFile(store, nextId(), { filename, contentType, bytes }).id;
}
