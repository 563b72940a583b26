import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJsonLines } from './core/json-lines.ts';
import { tiers } from './safety/rules/rule.ts';

/** Lines that people might write, for the classifiers to learn from. */
export interface TrainingLines {
	/** What no entry answers: near the subject in words, or far from it. */
	offTopic: readonly { q: string; kind: 'near' | 'far' }[];
	/** What calls for care, and how soon. */
	redFlags: readonly { q: string; tier: (typeof tiers)[number] }[];
	/** What only sounds as if it did, and everyday questions. */
	lookAlikes: readonly { q: string }[];
}

const q = z.string().trim().min(1);
const offTopic = z.strictObject({ q, kind: z.enum(['near', 'far']) });
const redFlag = z.strictObject({ q, tier: z.enum(tiers) });
const lookAlike = z.strictObject({ q });

/** @throws {LinesError} that names file and line of what cannot be used. */
export function loadTrainingLines(folder: string): TrainingLines {
	const read = <T>(schema: z.ZodType<T>, name: string) =>
		parseJsonLines(schema, readFileSync(join(folder, name), 'utf8'), name);
	return {
		offTopic: read(offTopic, 'off-topic.jsonl'),
		redFlags: read(redFlag, 'red-flags.jsonl'),
		lookAlikes: read(lookAlike, 'look-alikes.jsonl'),
	};
}
