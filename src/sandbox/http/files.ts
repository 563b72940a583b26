import type { Store } from '../store/store.ts';
import type { Answer } from './answer.ts';

/** Answers a download from `/attachments/{id}/{filename}`. */
export function serveFile(store: Store, url: string): Answer {
	const id = url.split('/')[2] ?? '';
	const file = store.files.get(id);
	if (!file)
		return { status: 404, content: { type: 'text/plain', bytes: 'This content is no longer available.' } };
	return {
		status: 200,
		// Whatever a file claims to be, it runs nothing on the page's origin.
		headers: {
			'Content-Security-Policy': "sandbox; default-src 'none'",
			'X-Content-Type-Options': 'nosniff',
		},
		content: { type: file.attachment.contentType, bytes: file.bytes },
	};
}
