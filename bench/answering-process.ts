import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { openOverlays } from './open-overlays.ts';

/** What to ask, and the answer to wait for. Without one the first will do. */
const asking = z.object({ guildId: z.string(), question: z.string(), answer: z.string().optional() });

// A second process of Gutsy, as far as answers go: it asks again and again until the answer is the wanted one, and tells when that was.
const [socketPath = ''] = process.argv.slice(2);
const { faq } = await openOverlays({ socketPath });

process.on('message', (message) => void answer(asking.parse(message)));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function answer({ guildId, question, answer: wanted }: z.infer<typeof asking>): Promise<void> {
	for (;;) {
		const found = await faq.answer({ guildId, question });
		const said = found.band === 'answer' ? found.entry.answer : undefined;
		if (wanted === undefined || said === wanted) break;
		await delay(1);
	}
	// The clock of the machine, the same in every process.
	process.send?.(String(process.hrtime.bigint()));
}
