import { describe, expect, test } from 'vitest';
import { renderNudge } from '../../src/discord/nudge-message.ts';
import { TOPICS } from '../../src/nudges/topic.ts';
import { NOW } from '../support/a-member.ts';
import { aNudgeMessage } from '../support/a-nudge-message.ts';

function rendered(memberId: string, faqs: readonly string[]) {
	return renderNudge(
		aNudgeMessage({
			memberId,
			nudges: TOPICS.slice(0, faqs.length).map((topic, index) => ({
				topic,
				id: topic,
				text: 'Take a step',
				why: 'Small steps last',
				faq: faqs[index] ?? '',
				programme: undefined,
			})),
		}),
		NOW,
	).components.flatMap((row) => row.components);
}

describe.each([
	['a member', '700'],
	['a channel', '200'],
])('the nudges of one minute for %s', (_who, memberId) => {
	test.each([
		[['sleep-and-skin'], 1],
		[['sleep-and-skin', 'stress-and-skin'], 2],
		[['sleep-and-skin', 'sleep-and-skin'], 1],
		[['sleep-and-skin', 'diet-and-skin', 'sleep-and-skin'], 2],
	])('say why once for each entry they lead to: %j', (faqs, whys) => {
		const all = rendered(memberId, faqs);
		expect(all.filter((each) => 'label' in each && each.label === 'Why?')).toHaveLength(whys);
		const ids = all.map((each) => ('custom_id' in each ? each.custom_id : ''));
		expect(new Set(ids).size).toBe(ids.length);
	});
});
