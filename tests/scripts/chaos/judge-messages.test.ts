import { describe, expect, test } from 'vitest';
import { judgeMessages } from '../../../scripts/chaos/judge-messages.ts';
import type { Version } from '../../../scripts/chaos/timeline.ts';
import { aMessage, aTimeline, aVersion, later, NOON, SLEEP, TODAY } from './stage.ts';

const underWay = [{ day: TODAY, topics: ['sleep' as const] }];
const stop = (changes: Partial<Version> = {}) => later(0, { wanted: undefined, ...changes });
const pause = (changes: Partial<Version> = {}) => later(0, { pausedUntil: TODAY + 2, ...changes });
const again = later(2_000, { subscription: 2 });

const west = later(1_000, { wanted: { ...SLEEP, zone: 'America/New_York' } });
const HOUR = 3_600_000;

describe('judgeMessages() counts', () => {
	test.each<[string, readonly Version[], readonly number[], Record<string, number>]>([
		['nothing wrong with one message', [aVersion()], [100], {}],
		['a second message for the same date', [aVersion()], [100, 9_000], { doubled: 1 }],
		['each further one', [aVersion()], [100, 9_000, 10_000], { doubled: 2 }],
		['one after a stop', [aVersion(), stop()], [501], { afterStop: 1 }],
		['none while the stop is being made', [aVersion(), stop()], [200], {}],
		['apart what was under way at the stop', [aVersion(), stop({ underWay })], [501], { underWayAtStop: 1 }],
		['one in a pause', [aVersion(), pause()], [501], { whilePaused: 1 }],
		[
			'apart what was under way at the pause',
			[aVersion(), pause({ underWay })],
			[501],
			{ underWayAtStop: 1 },
		],
		['none for a date after the pause', [aVersion(), later(0, { pausedUntil: TODAY })], [501], {}],
		['none doubled for who came back', [aVersion(), stop(), again], [-10, 3_000], {}],
		[
			'apart a date that who moved west lives twice',
			[aVersion(), west],
			[0, 13 * HOUR],
			{ dateLivedTwice: 1 },
		],
		['as doubled what comes to who moved soon after', [aVersion(), west], [0, HOUR], { doubled: 1 }],
	])('%s', (_case, versions, times, tally) => {
		const messages = times.map((ms) => aMessage(ms));
		const { wrongs, notes: _notes, ...found } = judgeMessages([aTimeline(versions)], messages, []);
		expect(found).toEqual({
			doubled: 0,
			doubledByCut: 0,
			dateLivedTwice: 0,
			afterStop: 0,
			underWayAtStop: 0,
			whilePaused: 0,
			...tally,
		});
		expect(wrongs).toHaveLength(found.doubled + found.afterStop + found.whilePaused);
	});

	test.each([
		[
			'apart one that a power cut made with a change',
			later(500, {}),
			[{ kind: 'cut' as const, at: NOON + 900 }],
			1,
		],
		['not apart one without a change', aVersion(), [{ kind: 'cut' as const, at: NOON + 900 }], 0],
		['not apart one without a cut', later(500, {}), [{ kind: 'killed' as const, at: NOON + 900 }], 0],
	])('%s', (_case, version, ends, byCut) => {
		const messages = [0, 30_000].map((ms) => aMessage(ms));
		const { doubled, doubledByCut } = judgeMessages([aTimeline([aVersion(), version])], messages, ends);
		expect({ doubled, doubledByCut }).toEqual({ doubled: 1 - byCut, doubledByCut: byCut });
	});

	test('no message as good that nobody was to get', () => {
		expect(() => judgeMessages([], [aMessage(1)], [])).toThrow('somebody else');
	});
});
