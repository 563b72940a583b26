import { describe, expect, test } from 'vitest';
import { createModeratorRoles } from '../../src/moderation/moderator-roles.ts';

/** Servers whose roles the test may change, make slow or unreadable. */
function someRoles() {
	const stored = new Map<string, () => Promise<string | undefined>>();
	const reads: string[] = [];
	const errors: unknown[] = [];
	const time = { now: 0 };
	const roles = createModeratorRoles({
		read: async (guildId) => {
			reads.push(guildId);
			return stored.get(guildId)?.();
		},
		onUnreadable: (error) => errors.push(error),
		monotonic: () => time.now,
	});
	return { stored, reads, errors, time, roles };
}

describe('the role that curates a server’s answers', () => {
	test('is each server’s own', async () => {
		const { stored, roles } = someRoles();
		stored.set('1', async () => '77');
		expect([await roles.of('1'), await roles.of('2')]).toEqual(['77', undefined]);
	});

	test('is read once while it is fresh, also by those who ask at the same time', async () => {
		const { reads, roles, time } = someRoles();
		await Promise.all([roles.of('1'), roles.of('1')]);
		time.now = 4_999;
		await roles.of('1');
		expect(reads).toEqual(['1']);
	});

	test('is taken away within five seconds, should the news of it be missed', async () => {
		const { stored, roles, time } = someRoles();
		stored.set('1', async () => '77');
		await roles.of('1');
		stored.set('1', async () => undefined);
		time.now = 5_000;
		expect(await roles.of('1')).toBeUndefined();
	});

	test.each([
		['that it changed', '1', ['1', '2', '1']],
		['that any may have changed', undefined, ['1', '2', '1', '2']],
	])('is read again at the news %s', async (_what, news, read) => {
		const { reads, roles } = someRoles();
		for (const guildId of ['1', '2']) await roles.of(guildId);
		roles.refresh(news);
		for (const guildId of ['1', '2']) await roles.of(guildId);
		expect(reads).toEqual(read);
	});

	test('is nobody’s while it cannot be read, and read again at the next question', async () => {
		const { stored, errors, roles } = someRoles();
		stored.set('1', () => Promise.reject(new Error('down')));
		expect(await roles.of('1')).toBeUndefined();
		expect(errors).toEqual([new Error('down')]);
		stored.set('1', async () => '77');
		expect(await roles.of('1')).toBe('77');
	});

	test('that was read before a change is not taken for the newest afterwards', async () => {
		const { stored, roles } = someRoles();
		let finish = (_role: string) => undefined as unknown;
		stored.set(
			'1',
			() =>
				new Promise((resolve) => {
					finish = resolve;
				}),
		);
		const old = roles.of('1');
		roles.refresh('1');
		stored.set('1', async () => undefined);
		expect(await roles.of('1')).toBeUndefined();
		finish('77');
		await old;
		expect(await roles.of('1')).toBeUndefined();
	});

	test('is forgotten for the server that was asked longest ago, when there are too many', async () => {
		const { reads, roles } = someRoles();
		for (let server = 0; server <= 1_000; server++) await roles.of(String(server));
		reads.length = 0;
		await roles.of('1');
		await roles.of('0');
		expect(reads).toEqual(['0']);
	});
});
