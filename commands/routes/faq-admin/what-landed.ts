import type { App } from '../../../src/app.ts';
import type { Landing } from '../../../src/moderation/landing.ts';
import type { Proposal } from '../../../src/moderation/proposals.ts';
import { settleQuestion } from './settle-question.ts';

/** What members get once a change has landed, and what became of the question of the inbox that it answers. */
export async function whatLanded(
	app: Pick<App, 'faq' | 'inbox'>,
	guildId: string,
	how: 'Saved' | 'Approved',
	{ items, question }: Proposal,
	landing: Landing,
): Promise<string> {
	const shipped = app.faq.withStates(new Map());
	const shown = items.filter(
		({ entry, state }) => !state.hidden && (state.texts !== undefined || shipped.get(entry) !== undefined),
	);
	const said = `${how}. Members of this server ${
		shown.length === items.length
			? 'get it from now on.'
			: shown.length === 0
				? 'do not get it.'
				: 'get what is neither hidden nor deleted.'
	}`;
	if (landing.kind !== 'saved' || question === undefined) return said;
	const entries = items.map(({ entry }) => entry);
	// The change stands, whatever the inbox says.
	const settled = await settleQuestion(app, guildId, question, entries).catch(() => UNSETTLED);
	return said + settled;
}

const UNSETTLED = ' The inbox could not be looked at: the question may still be there.';
