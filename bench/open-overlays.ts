import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createFaq, type Faq } from '../src/faq/faq.ts';
import { loadEntries } from '../src/faq/load-entries.ts';
import { createServerCatalogues, type ServerCatalogues } from '../src/faq/server-catalogues.ts';
import { loadModels } from '../src/load-models.ts';
import { type ChangeFeed, openChangeFeed } from '../src/moderation/change-feed.ts';
import { createOverlayStore, type OverlayStore } from '../src/moderation/overlay-store.ts';
import { connectRedis } from '../src/redis/connect.ts';
import { shippedTexts } from '../src/shipped-texts.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Opened {
	faq: Faq;
	catalogues: ServerCatalogues;
	overlay: OverlayStore;
	feed: ChangeFeed;
	close(): Promise<void>;
}

/** Servers' own answers put together as in Gutsy, over a Redis. Nothing may go wrong. */
export async function openOverlays({
	socketPath,
	most,
}: {
	socketPath: string;
	/** How many servers are kept in memory. */
	most?: number;
}): Promise<Opened> {
	const fail = (error: unknown) => {
		throw error;
	};
	const redis = await connectRedis({ kind: 'socket', path: socketPath }, { onError: fail });
	const entries = loadEntries(join(ROOT, 'content/faq'));
	const overlay = createOverlayStore({
		redis: redis.commands,
		shipped: shippedTexts(entries),
		onCorrupt: fail,
	});
	const catalogues = createServerCatalogues({
		entries,
		learnt: loadModels(join(ROOT, 'models')).answers,
		load: (guildId) => overlay.read(guildId),
		versionOf: (guildId) => overlay.version(guildId),
		onUnreadable: fail,
		monotonic: () => performance.now(),
		...(most === undefined ? {} : { most }),
	});
	const feed = await openChangeFeed({
		redis: redis.commands,
		listener: redis.listener,
		onChange: (guildId) => catalogues.refresh(guildId),
	});
	const faq = createFaq({ catalogues, checkRedFlags: () => undefined });
	return { faq, catalogues, overlay, feed, close: () => redis.close() };
}
