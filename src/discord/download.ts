import type { App, Downloaded } from '../app.ts';

interface Limits {
	/** Discord's API as configured: a local Discord serves files itself. */
	apiUrl: string;
	mostBytes: number;
	/** Milliseconds for all of it. */
	patience?: number;
}

/** Where Discord keeps what members attach. */
const CDN: ReadonlySet<string> = new Set(['https://cdn.discordapp.com', 'https://media.discordapp.net']);
const DISCORD_API = 'https://discord.com';
const PATIENCE = 8_000;

/** Makes a download that asks nobody but Discord, however an address got into an interaction, and follows no redirects. */
export function createDownload({ apiUrl, mostBytes, patience = PATIENCE }: Limits): App['download'] {
	const own = new URL(apiUrl).origin;
	const isAllowed = (origin: string) => CDN.has(origin) || (origin === own && own !== DISCORD_API);

	return async (url) => {
		if (!URL.canParse(url) || !isAllowed(new URL(url).origin)) return { kind: 'elsewhere' };
		try {
			const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
			if (!response.ok || response.body === null) {
				await response.body?.cancel();
				return { kind: 'unavailable' };
			}
			return await readUpTo(response.body, mostBytes);
		} catch {
			// No connection, a redirect, too slow: whatever it is, the file is not to be had.
			return { kind: 'unavailable' };
		}
	};
}

async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Downloaded> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.byteLength;
		// Leaving the loop ends the transfer.
		if (size > most) return { kind: 'too-large' };
		chunks.push(chunk);
	}
	return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}
