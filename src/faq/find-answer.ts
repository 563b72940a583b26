import type { Topic } from '../core/entry-texts.ts';
import type { ServerEntry } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import { chooseBand } from './choose-band.ts';
import { nearestTopic } from './nearest-topic.ts';

/** What a catalogue has to say to a question. */
export type Found =
	| { band: 'answer'; entry: ServerEntry }
	| { band: 'suggest'; candidates: ServerEntry[] }
	| { band: 'none'; nearest: Topic | undefined };

/** Finds the entry that is named or meant, or those that may be. */
export function findAnswer(catalogue: Catalogue, question: string): Found {
	const named = catalogue.named(question);
	if (named) return { band: 'answer', entry: named };
	const matches = catalogue.match(question);
	const chosen = chooseBand(matches);
	if (chosen.band === 'answer') return { band: 'answer', entry: chosen.match.entry };
	if (chosen.band === 'suggest')
		return { band: 'suggest', candidates: chosen.matches.map(({ entry }) => entry) };
	return { band: 'none', nearest: nearestTopic(matches.ranked) };
}
