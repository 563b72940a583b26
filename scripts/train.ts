import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeModel } from '../src/core/linear/model-file.ts';
import { MODEL_FILES } from '../src/load-models.ts';
import { describeModel, trainModels } from './train-models.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes the model files anew. */
function main(): void {
	const models = trainModels(root);
	mkdirSync(join(root, 'models'), { recursive: true });
	for (const name of ['answers', 'redFlags'] as const) {
		const bytes = writeModel(models[name]);
		writeFileSync(join(root, 'models', MODEL_FILES[name]), bytes);
		console.log(describeModel(MODEL_FILES[name], models[name], bytes.length));
	}
}

try {
	main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
