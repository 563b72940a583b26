import type { DueTally } from './judge-due.ts';
import type { MessageTally } from './judge-messages.ts';
import type { RepeatTally } from './judge-repeats.ts';

/** What a run showed. */
export interface ChaosReport {
	readonly seed: number;
	readonly seconds: number;
	readonly members: number;
	readonly waves: number;
	/** How often each kind of event happened. */
	readonly happened: Readonly<Record<string, number>>;
	/** Processes ended by `kill -9`, Redis among them. */
	readonly kills: number;
	/** Changes that members had been told of and that a power cut undid. They asked again. */
	readonly lostByCuts: number;
	readonly due: DueTally;
	readonly messages: number;
	readonly sent: MessageTally;
	readonly repeats: RepeatTally;
	/** Repeats that process kills alone made, of all messages. */
	readonly repeatedShare: number;
	/** What the workers counted. */
	readonly counts: Readonly<Record<string, number>>;
	/** What went wrong that nobody had planned. */
	readonly problems: readonly string[];
	/** Whether nothing was lost, doubled, or sent to who had stopped. */
	readonly ok: boolean;
}

type Findings = Omit<ChaosReport, 'happened' | 'counts' | 'repeatedShare' | 'ok'> & {
	readonly happened: ReadonlyMap<string, number>;
	readonly counts: ReadonlyMap<string, number>;
};

/** Repeated requests that process kills may cause, of all messages. */
const MOST_REPEATED = 0.01;

export function reportOf(findings: Findings): ChaosReport {
	const { happened, counts, due, sent, repeats, messages, problems } = findings;
	return {
		...findings,
		happened: Object.fromEntries(happened),
		counts: Object.fromEntries(counts),
		repeatedShare: messages === 0 ? 0 : repeats.afterProcessKill / messages,
		ok: due.lost + sent.doubled + sent.afterStop + sent.whilePaused + problems.length === 0,
	};
}

/** The report as rows of a table. */
export function rowsOf(report: ChaosReport): { what: string; count: number | string; goal: string }[] {
	const { due, sent, repeats, counts, happened } = report;
	const none = '0';
	const row = (what: string, count: number | string, goal = '') => ({ what, count, goal });
	return [
		...Object.entries(happened).map(([kind, count]) => row(`event: ${kind}`, count)),
		row('processes killed, Redis among them', report.kills),
		row('nudges due (member, topic, date)', due.due),
		row('  arrived', due.arrived),
		row('  lost', due.lost, none),
		row('  uncertain: maybe sent, never sent again', due.uncertain),
		row('  refused: direct messages closed', due.refused),
		row('  stopped or paused before it was sent', due.stopped),
		row('  moved by the member before it was sent', due.moved),
		row('messages', report.messages),
		row('  doubled', sent.doubled, none),
		row('  doubled: forgotten in a power cut, then changed', sent.doubledByCut),
		row('  for a date lived twice, moving west', sent.dateLivedTwice),
		row('  after a stop was confirmed', sent.afterStop, none),
		row('  for a date that was paused', sent.whilePaused, none),
		row('  under way when it was stopped or paused', sent.underWayAtStop),
		row('repeated requests after process kills', repeats.afterProcessKill),
		row('  share of messages', `${(100 * report.repeatedShare).toFixed(2)} %`, `≤ ${100 * MOST_REPEATED} %`),
		row('repeated requests after Redis was killed', repeats.afterRedisKill),
		row('repeated requests after power cuts', repeats.afterPowerCut),
		row('repeated requests after lost or late answers', repeats.afterFault),
		row('confirmed changes undone by power cuts', report.lostByCuts),
		row('sends put off by rate limits', counts['paused'] ?? 0),
		row('sends tried again', counts['retried'] ?? 0),
		row('mistakes nobody had planned', report.problems.length, none),
	];
}
