import type { EntryId, EntryTexts, Topic } from '../core/entry-texts.ts';
import type { Entry } from './entry.ts';

/** An entry as one server shows it. */
export interface ServerEntry extends Entry {
	/** Counts the server's own changes to it; 0 is the text that Gutsy ships. */
	version: number;
	/** Whose words these are: Gutsy's, or those of the server's moderators. */
	worded: 'shipped' | 'here';
	/** Where the moderators' words say more. */
	link?: string;
}

/** What a server makes of an entry. Without texts the shipped ones stand; an entry that is not shipped is then gone. */
export interface OwnState {
	version: number;
	texts?: EntryTexts;
	hidden?: true;
	/** The day by which somebody should read it again. */
	reviewBy?: string;
}

/** All that a server makes of its entries, and how often that has changed. */
export interface OwnStates {
	version: number;
	states: ReadonlyMap<EntryId, OwnState>;
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
			/** The subject that comes nearest, to look around in; undefined when none is near. */
			nearest: Topic | undefined;
	  };
