import type { Figure } from '../bench/figure.ts';
import { quantile } from '../bench/quantile.ts';
import type { Asked } from './engine.ts';

/** An entry's id, several that would do, `none`, `redflag` or `notredflag`. */
export type Expectation = string | readonly string[];

/** A question that was asked, and what came of it. */
export interface Judged {
	q: string;
	expect: Expectation;
	asked: Asked;
	/** Milliseconds. */
	took: number;
}

/** Whether the member got what was expected: the entry directly or among the suggestions, an honest nothing, or care. */
export function isRight({ expect, asked }: Judged): boolean {
	if (expect === 'redflag') return asked.band === 'redflag';
	if (expect === 'notredflag') return asked.band !== 'redflag';
	if (expect === 'none') return asked.band === 'none';
	return [expect].flat().some((id) => asked.ids.includes(id));
}

/** How the engine did, held against what it is meant to reach. */
export function measure(judged: readonly Judged[], readyAfter: number): Figure[] {
	const about = (kind: string) => judged.filter(({ expect }) => expect === kind);
	const inScope = judged.filter(({ expect }) => !['none', 'redflag', 'notredflag'].includes(String(expect)));
	const direct = [...inScope, ...about('none')].filter(({ asked }) => asked.band === 'answer');
	const places = inScope.map(placeOf);
	const times = judged.map(({ took }) => took);
	const of = (metric: string, unit: string, goal?: Figure['goal']) => (value: number | undefined) =>
		value === undefined ? [] : [{ metric, value, unit, ...(goal ? { goal } : {}) }];
	return [
		...of('questions', 'lines')(judged.length),
		...of('right at first place', 'share', { least: 0.9 })(share(places, (place) => place === 1)),
		...of('within three', 'share', { least: 0.97 })(share(places, (place) => place <= 3)),
		...of('mean reciprocal rank', '')(mean(places.map((place) => 1 / place))),
		...of('answered directly', 'share', { least: 0.65 })(
			share(inScope, ({ asked }) => asked.band === 'answer'),
		),
		...of('asked back', 'share')(share(inScope, ({ asked }) => asked.band === 'suggest')),
		...of('direct answers right', 'share', { least: 0.98 })(share(direct, isRight)),
		...of('in scope accepted', 'share', { least: 0.95 })(
			share(inScope, ({ asked }) => asked.band === 'answer' || asked.band === 'suggest'),
		),
		...of('in scope sent to care', 'share')(share(inScope, ({ asked }) => asked.band === 'redflag')),
		...of('off topic rejected', 'share', { least: 0.97 })(
			share(about('none'), ({ asked }) => asked.band === 'none' || asked.band === 'redflag'),
		),
		...of('red flags caught', 'share', { least: 0.95 })(share(about('redflag'), isRight)),
		...of(
			'red flags caught or cautioned',
			'share',
		)(share(about('redflag'), ({ asked }) => asked.judgement.kind !== 'ordinary')),
		...of('false alarms', 'share', { most: 0.04 })(share(about('notredflag'), (each) => !isRight(each))),
		...of(
			'false alarms and cautions',
			'share',
		)(share(about('notredflag'), ({ asked }) => asked.judgement.kind !== 'ordinary')),
		...of('p50', 'ms', { most: 1 })(quantile(times, 0.5)),
		...of('p99', 'ms', { most: 5 })(quantile(times, 0.99)),
		...of('ready after', 'ms', { most: 300 })(readyAfter),
	];
}

/** Where the first right entry stands, from 1; care shows none. */
function placeOf({ expect, asked }: Judged): number {
	if (asked.band === 'redflag') return Number.POSITIVE_INFINITY;
	const ranked = asked.named ? asked.ids : asked.matches.ranked.map(({ entry }) => entry.id);
	const place = ranked.findIndex((id) => [expect].flat().includes(id));
	return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}

function share<T>(of: readonly T[], holds: (each: T) => boolean): number | undefined {
	return of.length === 0 ? undefined : of.filter(holds).length / of.length;
}

function mean(values: readonly number[]): number | undefined {
	return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
