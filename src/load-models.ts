import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearModel } from './core/linear/linear-model.ts';
import { ModelFileError, readModel } from './core/linear/model-file.ts';

/** What was learnt from the lines in `training` and the entries' phrasings. */
export interface Models {
	answers: LinearModel;
	redFlags: LinearModel;
}

/** The file of each model, in the models folder. */
export const MODEL_FILES = { answers: 'answers.bin', redFlags: 'red-flags.bin' } as const;

/** @throws {ModelFileError} that says which file cannot be used and why. */
export function loadModels(folder: string): Models {
	const load = (file: string) => readModel(readBytes(join(folder, file), file), file);
	return { answers: load(MODEL_FILES.answers), redFlags: load(MODEL_FILES.redFlags) };
}

function readBytes(path: string, file: string): Buffer {
	try {
		return readFileSync(path);
	} catch (cause) {
		throw new ModelFileError(`${file}: cannot be read; \`npm run train\` makes it`, { cause });
	}
}
