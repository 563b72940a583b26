import { join } from 'node:path';
import { loadEntries } from '../src/faq/load-entries.ts';
import { trainAnswers } from '../src/faq/train-answers.ts';
import type { Models } from '../src/load-models.ts';
import { trainRedFlags } from '../src/safety/train-red-flags.ts';
import { loadTrainingLines } from '../src/training-lines.ts';

/** Learns from the content and training folders under `root`. The same files make the same models, to the byte. */
export function trainModels(root: string): Models {
	const entries = loadEntries(join(root, 'content/faq'));
	const { offTopic, redFlags, lookAlikes } = loadTrainingLines(join(root, 'training'));
	const everyday = entries.flatMap(({ phrasings }) => phrasings);
	const off = offTopic.map(({ q }) => q);
	return {
		answers: trainAnswers(entries, off),
		redFlags: trainRedFlags({ redFlags, ordinary: [...lookAlikes.map(({ q }) => q), ...everyday, ...off] }),
	};
}
