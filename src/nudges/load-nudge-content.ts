import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { EXPECTATION_WEEKS, type Expectation, expectation } from './expectations.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { NudgeContent } from './nudge-content.ts';
import { type Programme, programme } from './programme.ts';
import { TOPICS, type Topic } from './topic.ts';

/**
 * Reads `nudges/`, `programmes/` and `expectations.yaml` from the content folder.
 *
 * @param faqIds the known FAQ entries, to which all of it must lead.
 * @throws Error listing every mistake with its file and field.
 */
export async function loadNudgeContent(folder: string, faqIds: ReadonlySet<string>): Promise<NudgeContent> {
	const problems: string[] = [];
	const collect = (error: unknown): undefined => {
		problems.push(error instanceof Error ? error.message : String(error));
	};
	const programmeOf = (topic: Topic) =>
		readYaml(folder, `programmes/${topic}.yaml`, programme).catch(collect);
	const [catalogue, expectations, sleep, stress, diet] = await Promise.all([
		loadCatalogue(join(folder, 'nudges'), faqIds).catch(collect),
		readYaml(folder, 'expectations.yaml', z.array(expectation)).catch(collect),
		programmeOf('sleep'),
		programmeOf('stress'),
		programmeOf('diet'),
	]);
	if (!catalogue || !expectations || !sleep || !stress || !diet) throw new Error(problems.join('\n'));
	const content: NudgeContent = { catalogue, expectations, programmes: { sleep, stress, diet } };
	const mistakes = [...checkLinks(content, faqIds), ...checkIds(content), ...checkWeeks(expectations)];
	if (mistakes.length > 0) throw new Error(`The nudges have mistakes:\n${mistakes.join('\n')}`);
	return content;
}

async function readYaml<Schema extends z.ZodType>(
	folder: string,
	file: string,
	schema: Schema,
): Promise<z.infer<Schema>> {
	const found = schema.safeParse(parse(await readFile(join(folder, file), 'utf8')));
	if (found.success) return found.data;
	throw new Error(
		found.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'),
	);
}

function checkLinks({ programmes, expectations }: NudgeContent, faqIds: ReadonlySet<string>): string[] {
	const linked = [
		...Object.entries(programmes).flatMap(([topic, { days }]) =>
			days.map(({ id, faq }) => ({ where: `programmes/${topic}.yaml: ${id}`, faq })),
		),
		...expectations.map(({ week, faq }) => ({ where: `expectations.yaml: week ${week}`, faq })),
	];
	return linked
		.filter(({ faq }) => !faqIds.has(faq))
		.map(({ where, faq }) => `${where}: faq: there is no entry ${faq}`);
}

function checkIds({ catalogue, programmes }: NudgeContent): string[] {
	const days = (each: Readonly<Record<Topic, Programme>>) => TOPICS.flatMap((topic) => each[topic].days);
	const ids = [...TOPICS.flatMap((topic) => catalogue[topic]), ...days(programmes)].map(({ id }) => id);
	return ids
		.filter((id, index) => ids.indexOf(id) < index)
		.map((id) => `programmes: the id ${id} is there twice`);
}

function checkWeeks(expectations: readonly Expectation[]): string[] {
	const weeks = expectations.map(({ week }) => week).join(', ');
	return weeks === EXPECTATION_WEEKS.join(', ')
		? []
		: [`expectations.yaml: has weeks ${weeks}, needs ${EXPECTATION_WEEKS.join(', ')}`];
}
