import { describe, expect, test } from 'vitest';
import { type Evidence, judgeDue } from '../../../scripts/chaos/judge-due.ts';
import { aMessage, aTimeline, aVersion, later, NOON, SLEEP, someEvidence, TODAY } from './stage.ts';

const stopped = { wanted: undefined };
const failed = (ms: number) => ({ channelId: '2', at: NOON + ms, fault: 'cut' });
const at = (hour: number) => ({ wanted: { ...SLEEP, times: new Map([['sleep' as const, hour * 60]]) } });

describe('judgeDue() counts what was due as', () => {
	test.each<[string, Partial<Evidence>, Record<string, number>]>([
		['arrived when it came', { messages: [aMessage(100)] }, { due: 1, arrived: 1 }],
		['lost when nothing came', {}, { due: 1, lost: 1 }],
		[
			'lost when only another topic came',
			{ messages: [aMessage(1, { topics: ['diet'] })] },
			{ due: 1, lost: 1 },
		],
		[
			'lost when only another date came',
			{ messages: [aMessage(-9e7, { day: TODAY - 1 })] },
			{ due: 1, lost: 1 },
		],
		[
			'lost when only another member had one',
			{ messages: [aMessage(1, { channelId: '3' })] },
			{ due: 1, lost: 1 },
		],
		[
			'refused when the member takes no messages',
			{ timelines: [aTimeline([aVersion()], { closedAt: NOON })] },
			{ due: 1, refused: 1 },
		],
		[
			'uncertain when the workers gave up on it',
			{ attempts: [failed(9)], uncertain: 1 },
			{ due: 1, uncertain: 1 },
		],
		['lost when they did not', { attempts: [failed(9)] }, { due: 1, lost: 1 }],
		[
			'stopped when the member was first',
			{ timelines: [aTimeline([aVersion(), later(10, stopped)])] },
			{ due: 1, stopped: 1 },
		],
		[
			'lost when the stop came after all was over',
			{ timelines: [aTimeline([aVersion(), later(90_000, stopped)])] },
			{ due: 1, lost: 1 },
		],
		[
			'moved when it left while it was being sent',
			{ timelines: [aTimeline([aVersion(), later(10, at(8))])] },
			{ due: 1, moved: 1 },
		],
		[
			'lost when it never came at the new time',
			{ timelines: [aTimeline([aVersion(at(14)), later(-600_000, {})])] },
			{ due: 1, lost: 1 },
		],
		[
			'moved when a time was chosen before that had passed',
			{ timelines: [aTimeline([aVersion(at(9)), later(-1_200_000, at(8)), later(-600_000, {})])] },
			{ due: 1, moved: 1 },
		],
		[
			'nothing when it was stopped before',
			{ timelines: [aTimeline([aVersion(), later(-9_000, stopped)])] },
			{ due: 0 },
		],
		[
			'nothing while it pauses',
			{ timelines: [aTimeline([aVersion({ pausedUntil: TODAY + 1 })])] },
			{ due: 0 },
		],
		[
			'nothing before the member was told',
			{ timelines: [aTimeline([aVersion({ acked: NOON + 1 })])] },
			{ due: 0 },
		],
		['nothing after the end', { endAt: NOON - 1 }, { due: 0 }],
	])('%s', (_case, changes, tally) => {
		const none = { due: 0, arrived: 0, lost: 0, refused: 0, uncertain: 0, stopped: 0, moved: 0 };
		const { losses, ...found } = judgeDue(someEvidence(changes));
		expect(found).toEqual({ ...none, ...tally });
		expect(losses).toHaveLength(found.lost);
	});

	test('arrived for who moved where the date of the old place is another', () => {
		const auckland = { ...SLEEP, zone: 'Pacific/Auckland', times: new Map([['sleep' as const, 60]]) };
		const back = later(1_000, { wanted: { ...SLEEP, times: new Map([['sleep' as const, 18 * 60]]) } });
		const timelines = [aTimeline([aVersion({ wanted: auckland }), back])];
		const messages = [aMessage(100, { day: TODAY + 1 })];
		expect(judgeDue(someEvidence({ timelines, messages, endAt: NOON + 8 * 3_600_000 }))).toMatchObject({
			due: 2,
			arrived: 2,
		});
	});
});
