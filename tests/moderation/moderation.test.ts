import { describe, expect, test } from 'vitest';
import { createModeration } from '../../src/moderation/moderation.ts';
import type { SaveOutcome } from '../../src/moderation/wordings.ts';

const change = {
	guildId: '1',
	entry: 'gut',
	basedOn: 0,
	title: 'Ours',
	answer: 'Our ``` text.',
	by: '7',
	at: 1,
};
const saved: SaveOutcome = {
	kind: 'saved',
	wording: { title: 'Ours', answer: 'Our text.', version: 1, by: '7', at: 1 },
};

interface Setting {
	outcome?: SaveOutcome;
	problems?: string[];
	fails?: boolean;
	announce?: () => Promise<void>;
}

function set({
	outcome = saved,
	problems = [],
	fails = false,
	announce = () => Promise.resolve(),
}: Setting = {}) {
	const news: string[] = [];
	const unannounced: unknown[] = [];
	const saves: unknown[] = [];
	const moderation = createModeration({
		wordings: {
			read: async () => new Map(),
			save: async (given) => {
				saves.push(given);
				if (fails) throw new Error('no confirmation');
				return outcome;
			},
		},
		feed: { announce },
		checkWording: (text) => (text === change.answer ? problems : []),
		onChange: (guildId) => news.push(guildId),
		onUnannounced: (error) => unannounced.push(error),
	});
	return { moderation, news, saves, unannounced };
}

describe('moderation', () => {
	test('saves an edit and spreads the news', async () => {
		const { moderation, news } = set();
		expect(await moderation.edit(change)).toBe(saved);
		expect(news).toEqual(['1']);
	});

	test.each([
		['was overtaken', { outcome: { kind: 'overtaken', theirs: undefined } as const }],
		['was not confirmed', { fails: true }],
	])('reads the server again when a change %s', async (_what, how) => {
		const { moderation, news } = set(how);
		await moderation.edit(change).catch(() => undefined);
		expect(news).toEqual(['1']);
	});

	test('refuses harmful wording with each reason once, and saves nothing', async () => {
		const { moderation, saves, news } = set({ problems: ['It promises a cure', 'It promises a cure'] });
		expect(await moderation.edit(change)).toEqual({ kind: 'refused', problems: ['It promises a cure'] });
		expect([saves, news]).toEqual([[], []]);
	});

	test('counts an edit as done when only the announcement fails', async () => {
		const { moderation, unannounced } = set({ announce: () => Promise.reject(new Error('down')) });
		expect(await moderation.edit(change)).toBe(saved);
		expect(unannounced).toEqual([new Error('down')]);
	});
});
