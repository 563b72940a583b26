import { expect, test } from 'vitest';
import { judgeRepeats } from '../../../scripts/chaos/judge-repeats.ts';

const first = { channelId: '2', nonce: 'a', at: 10_000 };
const second = { ...first, at: 20_000 };
const killed = { kind: 'killed', at: 15_000 } as const;
const cut = { kind: 'cut', at: 12_000 } as const;

test.each([
	['nothing of two messages', [first, { ...second, nonce: 'b' }], [], {}],
	[
		'nothing of one that Discord did not come to read',
		[{ channelId: '2', at: 1, fault: 'cut' }, first],
		[],
		{},
	],
	[
		'a repeat to the answer that was lost',
		[{ ...first, fault: 'loseAnswer' }, second],
		[cut],
		{ afterFault: 1 },
	],
	['one to the kill of a process', [first, second], [], { afterProcessKill: 1 }],
	['one to the kill of Redis', [first, second], [killed], { afterRedisKill: 1 }],
	['one to the power cut', [first, second], [killed, cut], { afterPowerCut: 1 }],
	[
		'one to a process when Redis ended later',
		[first, second],
		[{ ...killed, at: 30_000 }],
		{ afterProcessKill: 1 },
	],
])('judgeRepeats() puts %s', (_case, attempts, ends, tally) => {
	const none = { afterFault: 0, afterRedisKill: 0, afterPowerCut: 0, afterProcessKill: 0 };
	expect(judgeRepeats(attempts, ends)).toEqual({ ...none, ...tally });
});
