import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Catalogue, FEWEST_NUDGES, type Nudge, nudge } from './catalogue.ts';
import { TOPICS, type Topic } from './topic.ts';

interface TopicFile {
	readonly topic: Topic;
	readonly file: string;
	readonly items: readonly Nudge[];
	readonly problems: readonly string[];
}

/**
 * Reads `<topic>.yaml` for every topic from `folder`.
 *
 * @param faqIds the known FAQ entries, to which every nudge must lead.
 * @throws Error listing every mistake in all files with its file, item and field.
 */
export async function loadCatalogue(folder: string, faqIds: ReadonlySet<string>): Promise<Catalogue> {
	const files = await Promise.all(TOPICS.map((topic) => readTopicFile(folder, topic, faqIds)));
	const problems = [
		...files.flatMap((file) => file.problems),
		...repeated(files, 'id'),
		...repeated(files, 'text'),
	];
	if (problems.length > 0) throw new Error(`The nudges have mistakes:\n${problems.join('\n')}`);
	return { sleep: itemsOf(files, 'sleep'), stress: itemsOf(files, 'stress'), diet: itemsOf(files, 'diet') };
}

async function readTopicFile(folder: string, topic: Topic, faqIds: ReadonlySet<string>): Promise<TopicFile> {
	const file = `${topic}.yaml`;
	const broken = (problem: string): TopicFile => ({
		topic,
		file,
		items: [],
		problems: [`${file}: ${problem}`],
	});
	const text = await readFile(join(folder, file), 'utf8').catch((cause: Error) => cause);
	if (text instanceof Error) return broken(`cannot be read (${text.message})`);
	const list = z.array(z.unknown()).safeParse(parseYaml(text));
	if (!list.success) return broken('is not a YAML list');
	const read = list.data.map((item, index) => readItem(item, `${file}: item ${index + 1}`, faqIds));
	const few =
		read.length < FEWEST_NUDGES ? [`${file}: has ${read.length} nudges, needs ${FEWEST_NUDGES}`] : [];
	return {
		topic,
		file,
		items: read.flatMap(({ item }) => (item === undefined ? [] : [item])),
		problems: [...few, ...read.flatMap((each) => each.problems)],
	};
}

function parseYaml(text: string): unknown {
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}

const named = z.object({ id: z.string() });

function readItem(
	raw: unknown,
	place: string,
	faqIds: ReadonlySet<string>,
): { item?: Nudge; problems: string[] } {
	const name = named.safeParse(raw);
	const where = name.success ? `${place} (${name.data.id})` : place;
	const result = nudge.safeParse(raw);
	if (!result.success) {
		return { problems: result.error.issues.map((issue) => `${where}: ${describe(issue)}`) };
	}
	const unknownFaq = faqIds.has(result.data.faq)
		? []
		: [`${where}: faq: there is no entry ${result.data.faq}`];
	return { item: result.data, problems: unknownFaq };
}

function describe(issue: z.core.$ZodIssue): string {
	const field = issue.path.join('.');
	return field === '' ? issue.message : `${field}: ${issue.message}`;
}

function repeated(files: readonly TopicFile[], field: 'id' | 'text'): string[] {
	const first = new Map<string, string>();
	const problems: string[] = [];
	for (const { file, items } of files) {
		for (const item of items) {
			const other = first.get(item[field]);
			if (other === undefined) first.set(item[field], `${file} (${item.id})`);
			else problems.push(`${file}: ${item.id}: ${field}: the same as in ${other}`);
		}
	}
	return problems;
}

function itemsOf(files: readonly TopicFile[], topic: Topic): readonly Nudge[] {
	return files.find((file) => file.topic === topic)?.items ?? [];
}
