import type { RouteFault } from '../../src/sandbox/faults.ts';
import { createRandom, type Random } from './random.ts';

/** What happens to the nudges, apart from the killings below. */
type Deed =
	| { readonly kind: 'kill-worker' | 'kill-ticker'; readonly which: number }
	| { readonly kind: 'kill-redis' | 'cut-power' | 'four-tickers' }
	/** The next `times` messages meet the fault. */
	| { readonly kind: 'storm'; readonly fault: RouteFault; readonly times: number }
	/** Some members change their minds; each of the numbers, from 0 to just below 1, says who and what. */
	| { readonly kind: 'members'; readonly picks: readonly MemberPick[] };

export interface MemberPick {
	readonly who: number;
	readonly what: Wish;
	readonly how: number;
}

export type Wish = 'stop' | 'stop-topic' | 'move-time' | 'move-zone' | 'pause' | 'close-dms';

/** Happens once that many messages have arrived. */
export type ChaosEvent = Deed & { readonly after: number };

/** Each deck holds all that can happen, in its share, so that short runs meet everything, too. */
const DECK: readonly Deed['kind'][] = [
	...Array<Deed['kind']>(6).fill('kill-worker'),
	...Array<Deed['kind']>(3).fill('kill-ticker'),
	...Array<Deed['kind']>(2).fill('kill-redis'),
	'cut-power',
	'four-tickers',
	...Array<Deed['kind']>(3).fill('storm'),
	...Array<Deed['kind']>(4).fill('members'),
];

const WISHES: readonly [Wish, ...Wish[]] = [
	...(['stop', 'stop', 'stop', 'stop-topic', 'stop-topic'] as const),
	...(['move-time', 'move-time', 'move-time', 'move-zone', 'move-zone'] as const),
	...(['pause', 'pause', 'close-dms'] as const),
];

/** Kinds of fault and how many messages each meets at most. */
const STORMS: readonly (readonly [RouteFault, number])[] = [
	[{ kind: 'loseAnswer' }, 12],
	[{ kind: 'cut' }, 12],
	[{ kind: 'status', status: 500, body: { message: '500: Internal Server Error', code: 0 } }, 30],
	[{ kind: 'status', status: 503 }, 30],
	[{ kind: '429', scope: 'user', retryAfterMs: 1_000 }, 20],
	[{ kind: '429', scope: 'shared', retryAfterMs: 1_000 }, 20],
	[{ kind: '429', scope: 'global', retryAfterMs: 1_000 }, 3],
	[{ kind: '429', scope: 'noHeader', retryAfterMs: 1_000 }, 3],
	[{ kind: 'late', ms: 700 }, 20],
];

const MOST_PICKS = 8;

/** Lists what happens, the same for the same seed, one event about every `every` messages, without end. */
export function* scheduleOf(seed: number, every: number): Generator<ChaosEvent, never> {
	const random = createRandom(seed);
	let after = 0;
	let storms: readonly (readonly [RouteFault, number])[] = [];
	for (;;) {
		for (const kind of random.shuffle(DECK)) {
			after += 1 + random.below(2 * every - 1);
			if (storms.length === 0) storms = random.shuffle(STORMS);
			yield { after, ...deedOf(kind, random, storms[0]) };
			if (kind === 'storm') storms = storms.slice(1);
		}
	}
}

function deedOf(
	kind: Deed['kind'],
	random: Random,
	[fault, most]: readonly [RouteFault, number] = [{ kind: 'cut' }, 1],
): Deed {
	switch (kind) {
		case 'kill-worker':
		case 'kill-ticker':
			return { kind, which: random.next() };
		case 'storm':
			return { kind, fault, times: 1 + random.below(most) };
		case 'members':
			return {
				kind,
				picks: Array.from({ length: 1 + random.below(MOST_PICKS) }, () => ({
					who: random.next(),
					what: random.pick(WISHES),
					how: random.next(),
				})),
			};
		default:
			return { kind };
	}
}

/** Whether the tickers are killed while they look at the minute that came, and how many milliseconds after it did. */
export function tickerDeaths(seed: number): () => number | undefined {
	const random = createRandom(seed ^ 0x5bd1e995);
	return () => {
		const [dies, after] = [random.next(), random.below(250)];
		return dies < 0.4 ? after : undefined;
	};
}
