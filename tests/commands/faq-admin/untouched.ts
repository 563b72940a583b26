import type { App } from '../../../src/app.ts';

/** What moderators look at in a server that has changed nothing. */
export const untouched = {
	overlay: {
		read: async () => ({ version: 0, states: new Map() }),
		state: async () => undefined,
		history: async () => ({ revisions: [], next: undefined }),
		revision: async () => undefined,
		revisionsOf: async () => [],
	},
	testQuestions: { list: async () => new Map(), add: async () => 'added', remove: async () => true },
} satisfies Partial<App['moderation']>;
