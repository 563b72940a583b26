import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
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

function set({ outcome = saved, problems = [] as string[], announce = () => Promise.resolve() } = {}) {
	const news: string[] = [];
	const unannounced: unknown[] = [];
	const saves: unknown[] = [];
	const moderation = createModeration({
		wordings: {
			read: async () => new Map(),
			save: async (given) => {
				saves.push(given);
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

	test('spreads no news of a change that was overtaken', async () => {
		const { moderation, news } = set({ outcome: { kind: 'overtaken', theirs: undefined } });
		await moderation.edit(change);
		expect(news).toEqual([]);
	});

	test('refuses harmful wording, saves nothing, and gives the text back unbroken', async () => {
		const { moderation, saves } = set({ problems: ['It promises a cure'] });
		const edit = moderation.edit(change);
		await expect(edit).rejects.toThrow(UserError);
		await expect(edit).rejects.toThrow(
			"It promises a cure\nYour text, to copy and mend:\n```\nOur ''' text.\n```",
		);
		expect(saves).toEqual([]);
	});

	test('counts an edit as done when only the announcement fails', async () => {
		const { moderation, unannounced } = set({ announce: () => Promise.reject(new Error('down')) });
		expect(await moderation.edit(change)).toBe(saved);
		expect(unannounced).toEqual([new Error('down')]);
	});
});
