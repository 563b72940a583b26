import type { IncomingMessage } from 'node:http';
import { refuse } from '../refusal.ts';
import type { UploadedFile } from '../wire/message-body.ts';

/** The largest request that is read at all. */
const maxBytes = 30 * 1024 * 1024;

export interface RequestBody {
	json: unknown;
	files: UploadedFile[];
}

/** Reads all of a request, also one that will be refused, so that the client gets its answer. */
export async function readBytes(request: IncomingMessage): Promise<Buffer | 'too-large'> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size <= maxBytes) chunks.push(chunk);
	}
	return size > maxBytes ? 'too-large' : Buffer.concat(chunks);
}

/** Reads JSON, or multipart with `payload_json` and `files[n]`. */
export async function parseBody(bytes: Buffer | 'too-large', contentType: string): Promise<RequestBody> {
	if (bytes === 'too-large') throw refuse('uploadTooLarge');
	if (bytes.length === 0) return { json: undefined, files: [] };
	if (!contentType.startsWith('multipart/form-data'))
		return { json: parseJson(bytes.toString('utf8')), files: [] };
	const form = await new Response(bytes, { headers: { 'content-type': contentType } })
		.formData()
		.catch(() => Promise.reject(refuse('notJson')));
	const payload = form.get('payload_json');
	const files: UploadedFile[] = [];
	for (const [key, value] of form) {
		const index = /^files?\[(\d+)\]$/.exec(key)?.[1];
		if (index === undefined || typeof value === 'string') continue;
		files.push({
			index: Number(index),
			filename: value.name,
			contentType: value.type || 'application/octet-stream',
			bytes: new Uint8Array(await value.arrayBuffer()),
		});
	}
	return { json: typeof payload === 'string' ? parseJson(payload) : {}, files };
}

// Snowflakes that come as numbers (discord.py sends them) would lose their last digits in JSON.parse.
const stringsAndLongIntegers = /"(?:[^"\\]|\\.)*"|(?<![\d.])\d{17,20}(?![\d.eE])/g;

function parseJson(text: string): unknown {
	try {
		return JSON.parse(
			text.replace(stringsAndLongIntegers, (token) => (token.startsWith('"') ? token : `"${token}"`)),
		);
	} catch {
		throw refuse('notJson');
	}
}
