import type { App } from '../../src/app.ts';
import type { ServerEntry } from '../../src/faq/answer.ts';
import { loadFirstSteps } from '../../src/habits/load-first-steps.ts';

/** An app of which only the given parts may be used: touching another part fails the test. */
export function anApp(parts: { [Part in keyof App]?: Partial<App[Part]> } = {}): App {
	const unused = (part: string) =>
		new Proxy({}, { get: (_, name) => fail(`${part}.${String(name)} was not expected`) });
	const app = {
		faq: unused('faq'),
		votes: unused('votes'),
		inbox: unused('inbox'),
		channels: unused('channels'),
		roles: unused('roles'),
		checkRedFlags: () => undefined,
		moderation: unused('moderation'),
		moderatorRole: async () => undefined,
		// Counting is never waited for and tells nobody.
		stats: { count: () => undefined, countVote: () => undefined },
		drawStats: async () => undefined,
		download: unused('download'),
		nudges: unused('nudges'),
		nudgeAnswers: unused('nudgeAnswers'),
		refusals: unused('refusals'),
		nudgeContent: unused('nudgeContent'),
		channelPosts: unused('channelPosts'),
		postAnswers: unused('postAnswers'),
		privacy: unused('privacy'),
		drawProgress: async () => undefined,
		firstSteps: loadFirstSteps('content/first-steps.yaml'),
		directMessages: unused('directMessages'),
		mention: (command: string) => `/${command}`,
		...parts,
	};
	return app as App;
}

function fail(message: string): never {
	throw new Error(message);
}

export function anEntry(changes: Partial<ServerEntry> = {}): ServerEntry {
	return {
		id: 'gut-brain',
		title: 'How are the gut and the brain linked?',
		topic: 'basics',
		aliases: ['Gut-brain axis'],
		phrasings: [],
		related: [],
		evidence: 'established',
		claims: [30],
		sources: [{ title: 'An article', publisher: 'A publisher', reviewed: '2021-06-22' }],
		reviewed: '2026-11-22',
		reviewBy: '2027-05-22',
		answer: 'They talk to each other through nerves. Ask a doctor if you want to know more.',
		version: 0,
		worded: 'shipped',
		...changes,
	};
}
