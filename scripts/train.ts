import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeModels } from '../src/load-models.ts';
import { runToEnd } from '../src/ops/run-to-end.ts';
import { trainModels } from './train-models.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes the model files anew. */
function main(): void {
	mkdirSync(join(root, 'models'), { recursive: true });
	for (const [file, bytes] of writeModels(trainModels(root))) {
		writeFileSync(join(root, 'models', file), bytes);
		console.log(`models/${file}: ${Math.round(bytes.length / 1024)} KiB`);
	}
}

await runToEnd(main);
