import type { Topic } from '../core/entry-texts.ts';
import type { Entry } from './entry.ts';

/** An entry as one server shows it. */
export interface ServerEntry extends Entry {
	/** Counts the server's own changes to it; 0 is the text that Gutsy ships. */
	version: number;
}

/** A server's own wording of an entry. */
export interface OwnWording {
	title: string;
	answer: string;
	version: number;
}

/** What a red flag is answered with instead of an entry. */
export interface CareReply {
	title: string;
	body: string;
}

/** What the red-flag check says: care takes the place of an answer, caution goes beside one. */
export interface Verdict {
	kind: 'care' | 'caution';
	reply: CareReply;
}

/** How sure the answer to a question is, and what goes with that. */
export type Answer = { band: 'care'; reply: CareReply } | (Matched & { caution?: CareReply });

/** What the entries have to say to a question. */
export type Matched =
	| { band: 'answer'; entry: ServerEntry; related: ServerEntry[] }
	| { band: 'suggest'; candidates: ServerEntry[] }
	| {
			band: 'none';
			/** The subject that comes nearest, to look around in. */
			nearest: Topic;
	  };
