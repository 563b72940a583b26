import { describe, expect, test } from 'vitest';
import type { OwnState, OwnStates } from '../../src/faq/answer.ts';
import { createServerCatalogues } from '../../src/faq/server-catalogues.ts';
import { anEntry } from '../support/an-app.ts';
import { learntFrom } from '../support/learnt-from.ts';

const entries = [
	anEntry({ id: 'gut', title: 'Shipped', aliases: ['belly'], answer: 'Shipped text.' }),
	anEntry({ id: 'sleep', title: 'Does sleep matter?', aliases: ['bedtime'], answer: 'It does.' }),
];

const learnt = learntFrom(entries);

function texts(title: string): Required<Pick<OwnState, 'texts'>>['texts'] {
	return { title, answer: 'Own text.', aliases: [], topic: 'basics' };
}

function own(title: string, version = 1): OwnStates {
	return { version, states: new Map([['gut', { version, texts: texts(title) }]]) };
}

interface Stored {
	load(): Promise<OwnStates>;
	versionOf(): Promise<number>;
}

const NOTHING: OwnStates = { version: 0, states: new Map() };

/** Servers whose stored states the test may change, make slow or unreadable. */
function aStore(limits: { most?: number; room?: number } = {}) {
	const stored = new Map<string, Stored>();
	const reads: string[] = [];
	const looks: string[] = [];
	const errors: unknown[] = [];
	const time = { now: 0 };
	const catalogues = createServerCatalogues({
		entries,
		learnt,
		...limits,
		load: async (guildId) => {
			reads.push(guildId);
			return stored.get(guildId)?.load() ?? NOTHING;
		},
		versionOf: async (guildId) => {
			looks.push(guildId);
			return stored.get(guildId)?.versionOf() ?? 0;
		},
		onUnreadable: (error) => errors.push(error),
		monotonic: () => time.now,
	});
	const save = (guildId: string, states: OwnStates) =>
		stored.set(guildId, { load: async () => states, versionOf: async () => states.version });
	const breakDown = (guildId: string) =>
		stored.set(guildId, {
			load: () => Promise.reject(new Error('down')),
			versionOf: () => Promise.reject(new Error('down')),
		});
	const title = async (guildId?: string) => (await catalogues.of(guildId)).get('gut')?.title;
	return { stored, reads, looks, errors, catalogues, title, time, save, breakDown };
}

describe('server catalogues', () => {
	test('show a server its own wording, and nobody else', async () => {
		const { save, title } = aStore();
		save('1', own('Ours'));
		expect([await title('1'), await title('2'), await title(undefined)]).toEqual([
			'Ours',
			'Shipped',
			'Shipped',
		]);
	});

	test('read a server once until it changes', async () => {
		const { save, reads, catalogues, title } = aStore();
		await title('1');
		await title('1');
		expect(reads).toEqual(['1']);
		save('1', own('Ours'));
		catalogues.refresh('1');
		expect(await title('1')).toBe('Ours');
	});

	test('leave out what is hidden, keep what is the server’s own, and forget what it deleted', async () => {
		const { save, catalogues } = aStore();
		const states = new Map<string, OwnState>([
			['gut', { version: 1, hidden: true }],
			['tea', { version: 1, texts: texts('Tea?') }],
			['coffee', { version: 2 }],
		]);
		save('1', { version: 4, states });
		const catalogue = await catalogues.of('1');
		expect(catalogue.all.map(({ id }) => id)).toEqual(['sleep', 'tea']);
		expect(catalogue.named('belly')).toBeUndefined();
		expect(catalogue.match('shipped').ranked.map(({ entry }) => entry.id)).not.toContain('gut');
		expect(catalogue.get('coffee')).toBeUndefined();
	});

	test('cost a server nothing that has deleted all it had', async () => {
		const { save, catalogues } = aStore();
		save('1', { version: 4, states: new Map([['coffee', { version: 2 }]]) });
		expect(await catalogues.of('1')).toBe(await catalogues.of(undefined));
	});

	test('show what a change would do without keeping it', async () => {
		const { catalogues, title, reads } = aStore();
		expect(catalogues.withStates(own('Tried').states).get('gut')?.title).toBe('Tried');
		expect(await title('1')).toBe('Shipped');
		expect(reads).toEqual(['1']);
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
		const { save, breakDown, errors, catalogues, title } = aStore();
		save('1', own('Ours'));
		await title('1');
		catalogues.refresh('1');
		breakDown('1');
		breakDown('2');
		expect([await title('1'), await title('2')]).toEqual(['Ours', 'Shipped']);
		expect(errors).toHaveLength(2);
		save('1', own('Newer'));
		expect(await title('1')).toBe('Newer');
	});

	test('do not take a reading for the newest that a change has overtaken', async () => {
		const { stored, save, catalogues, title } = aStore();
		let finish = (_states: OwnStates) => undefined as unknown;
		stored.set('1', {
			versionOf: async () => 1,
			load: () =>
				new Promise((resolve) => {
					finish = resolve;
				}),
		});
		const old = title('1');
		catalogues.refresh('1');
		save('1', own('New', 2));
		expect(await title('1')).toBe('New');
		finish(own('Old'));
		expect(await old).toBe('Old');
		expect(await title('1')).toBe('New');
		expect(catalogues.atHand('1').get('gut')?.title).toBe('New');
	});

	test('have something at hand for autocomplete at once, and the right thing by the next keystroke', async () => {
		const { save, catalogues, title } = aStore();
		save('1', own('Ours'));
		expect(catalogues.atHand('1').get('gut')?.title).toBe('Shipped');
		await title('1');
		expect(catalogues.atHand('1').get('gut')?.title).toBe('Ours');
		catalogues.refresh('1');
		expect(catalogues.atHand('1').get('gut')?.title).toBe('Ours');
	});
});

describe('when the news of a change was missed', () => {
	test('whoever asks after five seconds has it noticed, without waiting for it', async () => {
		const { save, looks, reads, title, time } = aStore();
		await title('1');
		save('1', own('Ours'));
		time.now = 5_000;
		expect(await title('1')).toBe('Shipped');
		expect(looks).toEqual([]);
		time.now = 5_001;
		expect(await title('1')).toBe('Shipped');
		expect(await title('1')).toBe('Ours');
		expect([looks, reads]).toEqual([['1'], ['1', '1']]);
	});

	test('a server is not read again that has not changed, and looked after once in five seconds', async () => {
		const { save, looks, reads, title, time } = aStore();
		save('1', own('Ours'));
		await title('1');
		for (time.now = 0; time.now <= 12_000; time.now += 1_000) expect(await title('1')).toBe('Ours');
		expect(reads).toEqual(['1']);
		expect(looks).toEqual(['1', '1']);
	});

	test('a look that fails leaves what is known, and is told', async () => {
		const { save, breakDown, errors, title, time } = aStore();
		save('1', own('Ours'));
		await title('1');
		breakDown('1');
		for (time.now = 6_000; time.now <= 18_000; time.now += 6_000) expect(await title('1')).toBe('Ours');
		expect(errors).toEqual(Array(3).fill(new Error('down')));
	});

	test('a look from before a change does not undo the reading after it', async () => {
		const { stored, reads, save, catalogues, title, time } = aStore();
		let finish = (_version: number) => undefined as unknown;
		stored.set('1', {
			load: async () => own('Old'),
			versionOf: () =>
				new Promise((resolve) => {
					finish = resolve;
				}),
		});
		await title('1');
		time.now = 6_000;
		await title('1');
		save('1', own('New', 3));
		catalogues.refresh('1');
		await title('1');
		finish(2);
		expect([await title('1'), await title('1')]).toEqual(['New', 'New']);
		expect(reads).toEqual(['1', '1']);
	});
});

describe('what is kept in memory', () => {
	test('are the words of the servers that were used last', async () => {
		const { reads, title } = aStore({ most: 2 });
		for (const guildId of ['1', '2', '1', '3', '1', '2']) await title(guildId);
		expect(reads).toEqual(['1', '2', '3', '2']);
	});

	test('is a ready catalogue as long as there is room; without, it is made again and says the same', async () => {
		const { save, reads, catalogues } = aStore({ room: 2 });
		for (const guildId of ['1', '2', '3']) save(guildId, own(`Ours of ${guildId}`));
		const first = await catalogues.of('1');
		const second = await catalogues.of('2');
		expect(await catalogues.of('1')).toBe(first);
		await catalogues.of('3');
		expect(await catalogues.of('1')).toBe(first);
		const again = await catalogues.of('2');
		expect(again).not.toBe(second);
		expect(again.all).toEqual(second.all);
		expect(again.match('ours')).toEqual(second.match('ours'));
		expect(reads).toEqual(['1', '2', '3']);
	});

	test('is the catalogue used last even when it is larger than all the room', async () => {
		const { save, catalogues } = aStore({ room: 0 });
		save('1', own('Ours'));
		expect(await catalogues.of('1')).toBe(await catalogues.of('1'));
	});
});
