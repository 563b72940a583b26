import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { OwnState } from '../src/faq/answer.ts';
import { createFaq } from '../src/faq/faq.ts';
import { loadEntries } from '../src/faq/load-entries.ts';
import { rehearse } from '../src/faq/rehearse.ts';
import { createServerCatalogues } from '../src/faq/server-catalogues.ts';
import { loadModels } from '../src/load-models.ts';
import type { Figure } from './figure.ts';
import { generateEntries } from './generated-entries.ts';
import { quantile } from './quantile.ts';

const ENTRIES = 600;
const CHANGES = 20;
const GUILD = '900';
/** With these, answers are about as long as moderators write them. */
const MORE = [
	'Most of what is said about it comes from small groups of people who were asked once',
	'Some feel better for it within a few weeks, and others notice nothing at all',
	'It does no harm to try it slowly, and to stop when it does not feel right',
	'Write down what you notice, because nobody remembers how it was a month ago',
	'Talk to somebody who knows you and your history before you change anything else',
];

/** What a change costs in a server with as many entries as fit: the preview before it, and the first question after it. */
export async function measureLarge(root: string): Promise<Figure[]> {
	const own = generateEntries(ENTRIES);
	const answers = own.map(({ answer, aliases }) => [answer, ...aliases, ...MORE].join('. '));
	let version = 0;
	// Read anew each time, as from the store.
	const states = () =>
		new Map(
			own.map(({ id, title, topic, aliases }, at): [string, OwnState] => [
				id,
				{ version, texts: { title, topic, aliases: aliases.slice(0, 20), answer: answers[at] ?? '' } },
			]),
		);
	const catalogues = createServerCatalogues({
		entries: loadEntries(join(root, 'content/faq')),
		learnt: loadModels(join(root, 'models')).answers,
		load: async () => ({ version, states: states() }),
		versionOf: async () => version,
		onUnreadable: (error) => {
			throw error;
		},
		monotonic: () => performance.now(),
	});
	const faq = createFaq({ catalogues, checkRedFlags: () => undefined });
	const ask = () => faq.answer({ guildId: GUILD, question: 'is kimchi good for my skin?' });
	const first = await workOf(ask);
	const previews: Work[] = [];
	const firsts: Work[] = [];
	for (let change = 0; change < CHANGES; change++) {
		const before = faq.withStates(states());
		answers[change] =
			`The answer is another one by now, for the time of number ${change}. Ask somebody who knows.`;
		version += 1;
		const after = faq.withStates(states());
		previews.push(await workOf(() => rehearse(before, after, ['is kimchi good for my skin?'])));
		catalogues.refresh(GUILD);
		firsts.push(await workOf(ask));
	}
	return [
		...told(`first question in a server of ${ENTRIES} entries`, [first]),
		...told('preview of a change there', previews),
		...told('first question after a change there', firsts),
	];
}

interface Work {
	/** Milliseconds in which the event loop was busy. */
	busy: number;
	/** The longest of them without a pause. */
	longest: number;
}

async function workOf(work: () => Promise<unknown>): Promise<Work> {
	const delays = monitorEventLoopDelay({ resolution: 1 });
	delays.enable();
	await new Promise((resolve) => setTimeout(resolve, 5));
	delays.reset();
	const before = performance.eventLoopUtilization();
	await work();
	const { active } = performance.eventLoopUtilization(before);
	await new Promise((resolve) => setTimeout(resolve, 5));
	delays.disable();
	return { busy: active, longest: delays.max / 1e6 };
}

function told(what: string, works: readonly Work[]): Figure[] {
	const [busy, longest] = [works.map((work) => work.busy), works.map((work) => work.longest)];
	return [
		{ metric: `${what}, busy`, value: quantile(busy, 0.5), unit: 'ms' },
		{ metric: `${what}, longest pause`, value: quantile(longest, 0.5), unit: 'ms' },
	];
}
