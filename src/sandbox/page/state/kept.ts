import { z } from 'zod';

const storageKey = 'local-discord-page';

const byUser = z.record(z.string(), z.record(z.string(), z.string()));

/** What the browser keeps of the page across a reload. */
const kept = z.object({
	theme: z.enum(['system', 'dark', 'light']).default('system'),
	meId: z.string().optional(),
	/** The channel that each person was in last. */
	places: z.record(z.string(), z.string()).default({}),
	/** The last message that each person has read, by channel. */
	read: byUser.default({}),
	tourDone: z.boolean().default(false),
	toolsOpen: z.boolean().optional(),
});
export type Kept = z.infer<typeof kept>;

export function readKept(storage: { getItem(key: string): string | null }): Kept {
	try {
		return kept.parse(JSON.parse(storage.getItem(storageKey) ?? '{}'));
	} catch {
		// Written by something else under the same address: begin anew.
		return kept.parse({});
	}
}

export function writeKept(storage: { setItem(key: string, value: string): void }, value: Kept): void {
	try {
		storage.setItem(storageKey, JSON.stringify(value));
	} catch {
		// A browser that keeps nothing only forgets where we were.
	}
}
