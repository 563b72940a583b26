import type { NudgeMessage } from '../../src/app.ts';
import { localDay } from '../../src/nudges/local-day.ts';

/** A message of one nudge for member 700, in their conversation. */
export function aNudgeMessage(changes: Partial<NudgeMessage> = {}): NudgeMessage {
	return {
		memberId: '700',
		channelId: '200',
		nonce: 'n'.repeat(25),
		day: localDay.parse(20_458),
		nudges: [
			{
				topic: 'stress',
				id: 'walk',
				text: 'Walk for ten minutes',
				why: 'Small steps last',
				faq: 'walking',
				programme: undefined,
			},
		],
		resting: [],
		asksToKeep: false,
		expectation: undefined,
		recap: undefined,
		roleId: undefined,
		...changes,
	};
}
