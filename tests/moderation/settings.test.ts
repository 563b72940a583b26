import { describe, expect, test } from 'vitest';
import { createSettings } from '../../src/moderation/settings.ts';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { GUILD } from './an-overlay.ts';

const redis = useRedis();
const ROLE = '333333333333333333';
const CHANNEL = '444444444444444444';

function set() {
	const corrupt: unknown[] = [];
	return { corrupt, settings: createSettings(redis.client, (error) => corrupt.push(error)) };
}

describe('a server’s settings', () => {
	test('ask for no second moderator at first', async () => {
		expect(await set().settings.read(GUILD)).toEqual({ approval: false });
	});

	test('are changed one by one, and taken away, in their own server only', async () => {
		const { settings } = set();
		await settings.change(GUILD, { moderatorRole: ROLE });
		await settings.change(GUILD, { auditChannel: CHANNEL, approval: true });
		expect(await settings.read(GUILD)).toEqual({
			moderatorRole: ROLE,
			auditChannel: CHANNEL,
			approval: true,
		});
		await settings.change(GUILD, { moderatorRole: null });
		expect(await settings.read(GUILD)).toEqual({ auditChannel: CHANNEL, approval: true });
		expect(await settings.read('901')).toEqual({ approval: false });
	});

	test('keep what several moderators change at once', async () => {
		const { settings } = set();
		await Promise.all([
			settings.change(GUILD, { moderatorRole: ROLE }),
			settings.change(GUILD, { auditChannel: CHANNEL }),
			settings.change(GUILD, { approval: true }),
		]);
		expect(await settings.read(GUILD)).toEqual({
			moderatorRole: ROLE,
			auditChannel: CHANNEL,
			approval: true,
		});
	});

	test.each([
		['no JSON', 'oops'],
		['another shape', `{"moderatorRole":"${ROLE}","approval":"no"}`],
	])('that are %s are reported, let no role in and ask for a second moderator', async (_what, raw) => {
		const { settings, corrupt } = set();
		await redis.client.set(keys.settings(GUILD), raw);
		expect(await settings.read(GUILD)).toEqual({ approval: true });
		expect(corrupt).toEqual([expect.objectContaining({ key: keys.settings(GUILD) })]);
		await settings.change(GUILD, { approval: false });
		expect(await settings.read(GUILD)).toEqual({ approval: false });
	});
});
