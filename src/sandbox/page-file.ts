import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { replaceFile } from './replace-file.ts';

/** What the page needs again after a restart: the token in its address, and how far its clock was moved. */
const pageState = z.object({ token: z.string().min(20), clockLeadMs: z.number() });
export type PageState = z.infer<typeof pageState>;

/** Reads what {@link writePageFile} wrote, or begins anew when there is none or it cannot be read. */
export async function readPageFile(path: string): Promise<PageState> {
	const text = await readFile(path, 'utf8').catch(() => '{}');
	const kept = pageState.safeParse(parseJson(text));
	return kept.data ?? { token: randomBytes(24).toString('base64url'), clockLeadMs: 0 };
}

export function writePageFile(path: string, state: PageState): Promise<void> {
	return replaceFile(path, state);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
