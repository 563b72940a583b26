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
	const [entries, nudges, safety, models, firstSteps] = await Promise.allSettled([
		Promise.resolve().then(() => loadEntries(join(folder, 'faq'))),
		loadNudgeContent(folder, ids),
		Promise.resolve().then(() => loadReplies(join(folder, 'safety'))),
		Promise.resolve().then(() => loadModels(join(folder, '../models'))),
		Promise.resolve().then(() => loadFirstSteps(join(folder, 'first-steps.yaml'))),
	]);
	if (
		entries.status === 'fulfilled' &&
		nudges.status === 'fulfilled' &&
		safety.status === 'fulfilled' &&
		models.status === 'fulfilled' &&
		firstSteps.status === 'fulfilled'
	)
		return {
			entries: entries.value,
			nudges: nudges.value,
			safety: safety.value,
			models: models.value,
			firstSteps: firstSteps.value,
		};
	const problems = [entries, nudges, safety, models, firstSteps].flatMap((part) =>
		part.status === 'rejected' ? [part.reason] : [],
	);
	throw new Error(
		problems.map((problem) => (problem instanceof Error ? problem.message : String(problem))).join('\n'),
	);
}
