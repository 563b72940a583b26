import { describe, expect, test } from 'vitest';
import { privacy } from '../../commands/privacy.ts';
import type { Holding } from '../../src/privacy/privacy.ts';
import { aMember } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';
import { said } from '../support/said.ts';

const exportOf = (holdings: Holding[]) =>
	privacy.execute({ subcommand: 'export' }, anApp({ privacy: { view: async () => holdings } }), aMember());

describe('/privacy export', () => {
	test('gives all of it as a JSON file, however long, with the short view, to the member alone', async () => {
		const votes = Array.from({ length: 5_000 }, (_, index) => ({
			entry: `entry-\`\`\`-${index}`,
			vote: 'helpful',
		}));
		const reply = await exportOf([
			{ name: 'Votes', kept: 'until you take them back', stored: votes },
			{ name: 'Nudges', kept: 'for a while', stored: undefined },
		]);
		expect(reply).toMatchObject({
			kind: 'message',
			visibility: 'private',
			files: [{ name: 'gutsy-data.json', contentType: 'application/json' }],
		});
		if (reply.kind !== 'message') throw new Error('The export is a message');
		expect(JSON.parse(String(reply.files?.[0]?.data))).toEqual({ Votes: votes, Nudges: null });
		expect(said(reply)).toContain('**Votes**: stored. Kept until you take them back\n- **Nudges**: nothing');
		expect(said(reply)).not.toContain('entry-');
	});
});
