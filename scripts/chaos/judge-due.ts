import { dateIn } from './calendar.ts';
import { type DueDelivery, dueDeliveries } from './due-deliveries.ts';
import type { Attempt, StoredMessage, Wave } from './facts.ts';
import type { Timeline } from './timeline.ts';

/** What became of what was due. */
export interface DueTally {
	readonly due: number;
	readonly arrived: number;
	/** Nothing came, and nothing says why. */
	readonly lost: number;
	/** Nothing came because Discord refused: the member had closed their messages. */
	readonly refused: number;
	/** Nothing came, but tries were made whose fate nobody can tell. Never more than the workers counted. */
	readonly uncertain: number;
	/** Nothing came, for the member stopped or paused it before it was sent. */
	readonly stopped: number;
	/** Nothing came, for the member moved it on that very date, to a time that had passed or while it was being sent. */
	readonly moved: number;
	/** Some words on each that was lost. */
	readonly losses: readonly string[];
}

export interface Evidence {
	readonly timelines: readonly Timeline[];
	readonly messages: readonly StoredMessage[];
	readonly attempts: readonly Attempt[];
	readonly waves: readonly Wave[];
	readonly endAt: number;
	/** What the workers said they gave up on. */
	readonly uncertain: number;
}

/** Holds what was due against what the local Discord stored, by member, topic and local date. */
export function judgeDue(evidence: Evidence): DueTally {
	const messages = byChannel(evidence.messages);
	const attempts = byChannel(evidence.attempts);
	const fates = [...dueDeliveries(evidence.timelines, evidence.endAt)].map((each) => {
		const { channelId } = each.timeline;
		const fate = fateOf(each, messages.get(channelId) ?? [], attempts.get(channelId) ?? [], evidence.waves);
		return { each, fate };
	});
	const of = (wanted: Fate) => fates.filter(({ fate }) => fate === wanted);
	const unsure = of('uncertain');
	const unexplained = [...of('lost'), ...unsure.slice(evidence.uncertain)];
	return {
		due: fates.length,
		arrived: of('arrived').length,
		lost: unexplained.length,
		refused: of('refused').length,
		uncertain: Math.min(unsure.length, evidence.uncertain),
		stopped: of('stopped').length,
		moved: of('moved').length,
		losses: unexplained.map(({ each }) => describe(each)),
	};
}

type Fate = 'arrived' | 'lost' | 'refused' | 'uncertain' | 'stopped' | 'moved';

function fateOf(
	due: DueDelivery,
	messages: readonly StoredMessage[],
	attempts: readonly Attempt[],
	waves: readonly Wave[],
): Fate {
	const { topic, zone, day, timeline, version, from, to, until } = due;
	// Who moved has had that date's nudge if one came on it, by the calendar that they have now.
	const came = messages.some(
		(each) => each.topics.includes(topic) && (each.day === day || dateIn(zone, each.at) === day),
	);
	if (came) return 'arrived';
	if (timeline.closedAt !== undefined) return 'refused';
	const wave = waves.find(({ at }) => at >= to);
	if (wave && until <= wave.doneAt) return due.thenUnwanted ? 'stopped' : 'moved';
	const tried = (since: number, before: number) =>
		attempts.some(({ at, fault }) => fault !== undefined && at >= since && at <= before);
	if (wave && tried(from, wave.doneAt)) return 'uncertain';
	// One that was under way when the member moved, and did not arrive, is not sent again.
	const interrupted = waves.find(({ at, doneAt }) => at <= version.begun && version.begun <= doneAt);
	if (interrupted && tried(interrupted.at, version.acked)) return 'moved';
	return due.dateWasOver ? 'moved' : 'lost';
}

function byChannel<Fact extends { readonly channelId: string }>(
	facts: readonly Fact[],
): ReadonlyMap<string, readonly Fact[]> {
	const groups = new Map<string, Fact[]>();
	for (const fact of facts) {
		const group = groups.get(fact.channelId);
		if (group) group.push(fact);
		else groups.set(fact.channelId, [fact]);
	}
	return groups;
}

function describe({ timeline, topic, day, zone, from, version }: DueDelivery): string {
	const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
	const time = new Date(from).toISOString();
	const changed = timeline.versions.indexOf(version);
	return `member ${timeline.memberId}: ${topic} of ${date} (${zone}, ${time}), after ${changed} changes`;
}
