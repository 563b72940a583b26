import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeItem, CommitOutcome, OverlayStore } from '../../src/moderation/overlay-store.ts';
import type { EntryState, Revision, StoredState } from '../../src/moderation/stored-state.ts';
import { replay, undoItems } from '../../src/moderation/undo.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, aChange, anOverlay, BEN, GUILD, someTexts } from './an-overlay.ts';
import { presentVersions } from './present-versions.ts';

const redis = useRedis();
const ENTRIES = ['gut', 'sleep', 'food', 'own-one', 'own-two'];

const entry = fc.constantFrom(...ENTRIES);
const state: fc.Arbitrary<EntryState> = fc.oneof(
	fc.string({ minLength: 1, maxLength: 20 }).map((title) => ({ texts: someTexts(`t${title}`) })),
	fc.constant({ hidden: true } as const),
	fc.constant({ reviewBy: '2027-05-01' }),
	fc.constant({}),
);

/** What a moderator does next. A lag is how many versions behind they are, as one is who looked a while ago. */
const step = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ does: fc.constant('edit'), entry, state, lag: fc.constantFrom(0, 0, 0, 1) }),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			does: fc.constant('import'),
			states: fc.uniqueArray(fc.tuple(entry, state), { minLength: 2, selector: ([id]) => id }),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			does: fc.constant('undo'),
			back: fc.nat(8),
			force: fc.boolean(),
			whole: fc.boolean(),
		}),
	},
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function itemsFor(store: OverlayStore, doing: Step): Promise<ChangeItem[]> {
	const versionOf = async (id: string) => (await store.state(GUILD, id))?.version ?? 0;
	if ('states' in doing)
		return Promise.all(
			doing.states.map(async ([id, next]) => ({
				entry: id,
				basedOn: await versionOf(id),
				state: next,
				kind: 'import' as const,
			})),
		);
	if ('lag' in doing) {
		const basedOn = Math.max(0, (await versionOf(doing.entry)) - doing.lag);
		return [{ entry: doing.entry, basedOn, state: doing.state, kind: 'edit' }];
	}
	const { revisions } = await store.history(GUILD, { most: doing.back + 1 });
	const last = revisions.at(-1);
	if (last === undefined) return [];
	const chosen = doing.whole ? await store.revisionsOf(GUILD, last.change) : [last];
	return undoItems(chosen, doing.force ? await presentVersions(store, GUILD, chosen) : new Map());
}

/** Works through the steps as one moderator; returns how each change that was tried came out. */
async function moderate(store: OverlayStore, by: string, steps: readonly Step[]) {
	const outcomes: { items: ChangeItem[]; change: string; outcome: CommitOutcome }[] = [];
	for (const [index, doing] of steps.entries()) {
		const items = await itemsFor(store, doing);
		if (items.length === 0) continue;
		const change = `${by}-${index}`;
		outcomes.push({
			items,
			change,
			outcome: await store.commit(GUILD, aChange(change, items, { by, at: index })),
		});
	}
	return outcomes;
}

/** Each entry's revisions lead from one to the next without a gap. */
function expectChains(oldestFirst: readonly Revision[]) {
	const last = new Map<string, StoredState>();
	for (const { entry: id, before, after } of oldestFirst) {
		expect(before).toEqual(last.get(id));
		expect(after.version).toBe((before?.version ?? 0) + 1);
		last.set(id, after);
	}
}

async function expectNothingLost(store: OverlayStore, done: Awaited<ReturnType<typeof moderate>>) {
	const saved = done.filter(({ outcome }) => outcome.kind === 'saved');
	const { revisions } = await store.history(GUILD, { most: 100_000 });
	const oldestFirst = revisions.toReversed();
	const { version, states } = await store.read(GUILD);
	expect(replay(revisions)).toEqual(states);
	expect(oldestFirst.map(({ n }) => n)).toEqual(oldestFirst.map((_revision, index) => index + 1));
	expect(version).toBe(saved.length);
	expectChains(oldestFirst);
	const expected = saved.flatMap(({ items, change }) => items.map(({ entry: id }) => `${change} ${id}`));
	const kept = revisions.map(({ change, entry: id }) => `${change} ${id}`);
	expect(kept.toSorted()).toEqual(expected.toSorted());
}

describe('two moderators who do as they please at once', () => {
	test('leave a history that leads to exactly what stands, whatever they do', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, { maxLength: 12 }),
				fc.array(step, { maxLength: 12 }),
				async (one, other) => {
					await redis.client.flushall();
					const { store, corrupt } = anOverlay(redis.client);
					const done = await Promise.all([moderate(store, ANNA, one), moderate(store, BEN, other)]);
					await expectNothingLost(store, done.flat());
					expect(corrupt).toEqual([]);
				},
			),
			{ numRuns: 60 },
		);
	});

	test('lose nothing in 200 steps each', async () => {
		const [one = [], other = []] = fc.sample(fc.array(step, { minLength: 200, maxLength: 200 }), {
			numRuns: 2,
			seed: 7,
		});
		const { store } = anOverlay(redis.client);
		const done = (await Promise.all([moderate(store, ANNA, one), moderate(store, BEN, other)])).flat();
		await expectNothingLost(store, done);
		const kinds = new Set(done.map(({ outcome }) => outcome.kind));
		expect(kinds).toEqual(new Set(['saved', 'overtaken']));
	});
});
