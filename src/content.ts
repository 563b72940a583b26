import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Entry } from './faq/entry.ts';
import { loadEntries } from './faq/load-entries.ts';
import type { FirstSteps } from './habits/first-steps.ts';
import { loadFirstSteps } from './habits/load-first-steps.ts';
import { loadModels, type Models } from './load-models.ts';
import { loadNudgeContent } from './nudges/load-nudge-content.ts';
import type { NudgeContent } from './nudges/nudge-content.ts';
import { loadReplies, type SafetyReplies } from './safety/load-replies.ts';

/** All that members read and that is not code. */
export interface Content {
	entries: Entry[];
	nudges: NudgeContent;
	safety: SafetyReplies;
	models: Models;
	firstSteps: FirstSteps;
}

/** Reads the content folder, and the models beside it. Throws with every problem in it by file and field: Gutsy does not start on a broken base. */
export async function loadContent(folder: string): Promise<Content> {
	// By file name, so that a broken entry is not reported again by every nudge that leads to it.
	const ids = new Set(readdirSync(join(folder, 'faq')).map((file) => basename(file, '.md')));
	const parts = [
		begin(() => loadEntries(join(folder, 'faq'))),
		loadNudgeContent(folder, ids),
		begin(() => loadReplies(join(folder, 'safety'))),
		begin(() => loadModels(join(folder, '../models'))),
		begin(() => loadFirstSteps(join(folder, 'first-steps.yaml'))),
	] as const;
	const problems = (await Promise.allSettled(parts)).flatMap((part) =>
		part.status === 'rejected' ? [part.reason] : [],
	);
	if (problems.length > 0)
		throw new Error(
			problems.map((problem) => (problem instanceof Error ? problem.message : String(problem))).join('\n'),
		);
	const [entries, nudges, safety, models, firstSteps] = await Promise.all(parts);
	return { entries, nudges, safety, models, firstSteps };
}

/** What is thrown at once becomes a rejection, so that it does not hide what is wrong elsewhere. */
async function begin<Part>(load: () => Part): Promise<Part> {
	return load();
}
