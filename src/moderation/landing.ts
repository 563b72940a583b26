import type { Overtaken } from './overlay-store.ts';
import type { Proposal } from './proposals.ts';
import type { Revision } from './stored-state.ts';

/**
 * What became of a change:
 * - `saved`: members see it; `untold` when the channel for changes did not take the news
 * - `again`: the same change was saved before, and nobody is told once more
 * - `waiting`: a second moderator has to approve it
 * - `overtaken`: somebody else was faster, and nothing was changed
 * - `full`: the server has no room for more
 * - `gone`: it was a draft, and somebody else has dealt with it
 */
export type Landing =
	| {
			readonly kind: 'saved';
			readonly change: string;
			readonly revisions: readonly Revision[];
			readonly untold: boolean;
	  }
	| { readonly kind: 'again'; readonly change: string; readonly revisions: readonly Revision[] }
	| { readonly kind: 'waiting'; readonly draft: Proposal }
	| { readonly kind: 'overtaken'; readonly entries: readonly Overtaken[] }
	| { readonly kind: 'full'; readonly what: 'entries' | 'drafts' }
	| { readonly kind: 'gone' };
