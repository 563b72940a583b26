import { writeSync } from 'node:fs';
import { Redis } from 'ioredis';
import { aChange, anOverlay, GUILD, someTexts } from './an-overlay.ts';

export const ENTRIES = 200;

// A process for tests to kill: imports one file after the other, and says which it begins and which is confirmed.
const [socketPath, first = '0'] = process.argv.slice(2);
if (socketPath !== undefined) await importOnAndOn(new Redis({ path: socketPath }), Number(first));

async function importOnAndOn(redis: Redis, from: number): Promise<never> {
	const { store } = anOverlay(redis);
	const { states } = await store.read(GUILD);
	for (let number = from; ; number++) {
		writeSync(1, `begins ${number}\n`);
		const items = Array.from({ length: ENTRIES }, (_none, index) => ({
			entry: `own-${index}`,
			basedOn: (states.get(`own-${index}`)?.version ?? 0) + number - from,
			state: { texts: someTexts(titleOf(number)) },
			kind: 'import' as const,
		}));
		const { kind } = await store.commit(GUILD, aChange(changeOf(number), items));
		writeSync(1, `${kind} ${number}\n`);
	}
}

export function changeOf(number: number): string {
	return `import-${number}`;
}

export function titleOf(number: number): string {
	return `Import ${number}`;
}
