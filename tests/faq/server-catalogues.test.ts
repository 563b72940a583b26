import { describe, expect, test } from 'vitest';
import type { OwnWording } from '../../src/faq/answer.ts';
import { createServerCatalogues } from '../../src/faq/server-catalogues.ts';
import { anEntry } from '../support/an-app.ts';
import { learntFrom } from '../support/learnt-from.ts';

const entries = [anEntry({ id: 'gut', title: 'Shipped', answer: 'Shipped text.' })];

const learnt = learntFrom(entries);

function own(title: string): Map<string, OwnWording> {
	return new Map([['gut', { title, answer: 'Own text.', version: 1 }]]);
}

/** Servers whose stored wordings the test may change or make unreadable. */
function aStore(most?: number) {
	const stored = new Map<string, () => Promise<Map<string, OwnWording>>>();
	const reads: string[] = [];
	const errors: unknown[] = [];
	const time = { now: 0 };
	const catalogues = createServerCatalogues({
		entries,
		learnt,
		...(most === undefined ? {} : { most }),
		load: async (guildId) => {
			reads.push(guildId);
			return (await stored.get(guildId)?.()) ?? new Map();
		},
		onUnreadable: (error) => errors.push(error),
		monotonic: () => time.now,
	});
	const title = async (guildId?: string) => (await catalogues.of(guildId)).get('gut')?.title;
	return { stored, reads, errors, catalogues, title, time };
}

describe('server catalogues', () => {
	test('show a server its own wording, and nobody else', async () => {
		const { stored, title } = aStore();
		stored.set('1', async () => own('Ours'));
		expect([await title('1'), await title('2'), await title(undefined)]).toEqual([
			'Ours',
			'Shipped',
			'Shipped',
		]);
	});

	test('read a server once until it changes', async () => {
		const { stored, reads, catalogues, title } = aStore();
		await title('1');
		await title('1');
		expect(reads).toEqual(['1']);
		stored.set('1', async () => own('Ours'));
		catalogues.refresh('1');
		expect(await title('1')).toBe('Ours');
	});

	test('read a server again after a minute, in case the news of a change was missed', async () => {
		const { stored, title, time } = aStore();
		await title('1');
		stored.set('1', async () => own('Ours'));
		time.now = 59_000;
		expect(await title('1')).toBe('Shipped');
		time.now = 61_000;
		expect(await title('1')).toBe('Ours');
	});

	test('read everybody again when news may have been missed', async () => {
		const { reads, catalogues, title } = aStore();
		await title('1');
		await title('2');
		catalogues.refresh();
		await title('1');
		await title('2');
		expect(reads).toEqual(['1', '2', '1', '2']);
	});

	test('answer from what is known when the store is down, and read again when it is back', async () => {
		const { stored, errors, catalogues, title } = aStore();
		stored.set('1', async () => own('Ours'));
		await title('1');
		catalogues.refresh('1');
		stored.set('1', () => Promise.reject(new Error('down')));
		expect([await title('1'), await title('2')]).toEqual(['Ours', 'Shipped']);
		expect(errors).toHaveLength(1);
		stored.set('1', async () => own('Newer'));
		expect(await title('1')).toBe('Newer');
	});

	test('do not take a reading for the newest that a change has overtaken', async () => {
		const { stored, catalogues, title } = aStore();
		let finish = (_wordings: Map<string, OwnWording>) => undefined as unknown;
		stored.set(
			'1',
			() =>
				new Promise((resolve) => {
					finish = resolve;
				}),
		);
		const old = title('1');
		catalogues.refresh('1');
		stored.set('1', async () => own('New'));
		expect(await title('1')).toBe('New');
		finish(own('Old'));
		await old;
		expect(await title('1')).toBe('New');
	});

	test('have something at hand for autocomplete at once, and the right thing by the next keystroke', async () => {
		const { stored, catalogues, title } = aStore();
		stored.set('1', async () => own('Ours'));
		expect(catalogues.atHand('1').get('gut')?.title).toBe('Shipped');
		await title('1');
		expect(catalogues.atHand('1').get('gut')?.title).toBe('Ours');
	});

	test('keep the servers that were used last', async () => {
		const { reads, title } = aStore(2);
		for (const guildId of ['1', '2', '1', '3', '1', '2']) await title(guildId);
		expect(reads).toEqual(['1', '2', '3', '2']);
	});
});
