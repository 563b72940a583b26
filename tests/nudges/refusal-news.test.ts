import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/nudges/local-day.ts';
import type { MemberRecord } from '../../src/nudges/member-record.ts';
import { createRefusals } from '../../src/nudges/refusal-news.ts';
import { aRecord } from './stage.ts';

/** A store of one record. */
function around(refusal: MemberRecord['refusal'] | 'no record') {
	let record = refusal === 'no record' ? undefined : aRecord({ refusal });
	const refusals = createRefusals({
		read: async () => record,
		async change(_memberId, make) {
			record = record && make(record);
			return record;
		},
	});
	return { next: () => refusals.next('700'), record: () => record };
}

const refusedTimes = (count: number, told?: number) => ({
	count,
	told,
	day: localDay.parse(20_458),
	code: 50_007,
});

describe('a member’s next command', () => {
	test.each([
		['nothing is stored about them', 'no record', undefined],
		['nothing was refused', undefined, undefined],
		['the first message was refused', refusedTimes(1), 'waiting'],
		['they were told so', refusedTimes(1, 1), undefined],
		['the second was refused, too', refusedTimes(2, 1), undefined],
		['three were', refusedTimes(3, 1), 'suspended'],
		['three were before they came', refusedTimes(3), 'suspended'],
		['they were told that, too', refusedTimes(3, 3), undefined],
	] as const)('tells what they do not know when %s', async (_case, refusal, news) => {
		const { next } = around(refusal);
		expect(await next()).toBe(news);
		expect(await next()).toBeUndefined();
	});

	test('of two at once tells once', async () => {
		const { next } = around(refusedTimes(1));
		expect((await Promise.all([next(), next()])).filter(Boolean)).toEqual(['waiting']);
	});

	test('leaves the record as it is but for that', async () => {
		const { next, record } = around(refusedTimes(1));
		await next();
		expect(record()).toEqual(aRecord({ refusal: refusedTimes(1, 1) }));
	});
});
