import { CONSENT_VERSION } from '../../commands/routes/consent.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import type { NudgeStatus, TopicStatus } from '../../src/nudges/nudges.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { NOW } from './a-member.ts';

/** Nudges about sleep that come daily, and of which none has come. */
export function aNudgeStatus(changes: Partial<NudgeStatus> = {}): NudgeStatus {
	return {
		timeZone: timeZone.parse('UTC'),
		consent: { version: CONSENT_VERSION, at: NOW },
		topics: [aTopicStatus()],
		delivery: { kind: 'active' },
		since: undefined,
		pausedUntil: undefined,
		quiet: undefined,
		exact: false,
		recap: false,
		putOff: [],
		...changes,
	};
}

export function aTopicStatus(changes: Partial<TopicStatus> = {}): TopicStatus {
	return {
		topic: 'sleep',
		time: localTime.parse(1_290),
		nextAt: NOW,
		rhythm: 'daily',
		last: undefined,
		programmeStep: undefined,
		history: new Map(),
		open: [],
		...changes,
	};
}
