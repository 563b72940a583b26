import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearModel } from './core/linear/linear-model.ts';
import { ModelFileError, readModel, writeModel } from './core/linear/model-file.ts';
import type { Learnt } from './faq/learnt.ts';
import { readPhrases, writePhrases } from './faq/phrases-file.ts';
import { readVocabulary, writeVocabulary } from './faq/vocabulary-file.ts';

/** What was learnt from the lines in `training` and the entries' phrasings. */
export interface Models {
	answers: Learnt;
	redFlags: LinearModel;
}

const ANSWERS = 'answers.bin';
const WORDS = 'words.txt';
const PHRASES = 'phrases.bin';
const RED_FLAGS = 'red-flags.bin';

/** The files of the models by name. The same models make the same bytes. */
export function writeModels({ answers, redFlags }: Models): ReadonlyMap<string, Buffer> {
	return new Map([
		[ANSWERS, writeModel(answers.model)],
		[WORDS, Buffer.from(writeVocabulary(answers.vocabulary))],
		[PHRASES, writePhrases(answers.phrases)],
		[RED_FLAGS, writeModel(redFlags)],
	]);
}

/** @throws {ModelFileError} that says which file cannot be used and why. */
export function loadModels(folder: string): Models {
	const load = (file: string) => readModel(readBytes(join(folder, file), file), file);
	return {
		answers: {
			model: load(ANSWERS),
			vocabulary: readVocabulary(readBytes(join(folder, WORDS), WORDS).toString('utf8')),
			phrases: readPhrases(readBytes(join(folder, PHRASES), PHRASES), PHRASES),
		},
		redFlags: load(RED_FLAGS),
	};
}

function readBytes(path: string, file: string): Buffer {
	try {
		return readFileSync(path);
	} catch (cause) {
		throw new ModelFileError(`${file}: cannot be read; \`npm run train\` makes it`, { cause });
	}
}
