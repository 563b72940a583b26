import { describe, expect, test } from 'vitest';
import { findMisspelt, parseConfig } from '../src/config.ts';

describe('parseConfig()', () => {
	test('has a default for everything', () => {
		expect(parseConfig({})).toEqual({
			PATH: '',
			NODE_ENV: 'development',
			DISCORD_API_URL: 'https://discord.com/api',
			REDIS_MAY_FORGET: 'no',
			GUTSY_DATA_DIR: '.gutsy',
			GUTSY_ROLES: ['gateway', 'worker'],
			SEND_RATE: 5,
			LOG_LEVEL: 'info',
			SHUTDOWN_SECONDS: 10,
		});
	});

	test('takes a variable that is set to nothing for one that is not set', () => {
		expect(parseConfig({ DISCORD_TOKEN: '', SEND_RATE: '  ' })).toEqual(parseConfig({}));
	});

	test.each([
		['a trailing slash', 'http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api'],
		['a version', 'https://discord.com/api/v10', 'https://discord.com/api'],
	])('takes %s off the address of the API', (_what, given, expected) => {
		expect(parseConfig({ DISCORD_API_URL: given }).DISCORD_API_URL).toBe(expected);
	});

	test('lets a process be a worker only', () => {
		expect(parseConfig({ GUTSY_ROLES: ' worker ' }).GUTSY_ROLES).toEqual(['worker']);
	});

	test.each([
		['NODE_ENV', 'prod'],
		['DISCORD_TOKEN', 'Bot abc'],
		['DISCORD_API_URL', 'discord.com'],
		['REDIS_URL', 'http://localhost:6379'],
		['REDIS_MAY_FORGET', 'perhaps'],
		['GUTSY_ROLES', 'gateway,cook'],
		['SEND_RATE', '0'],
		['SEND_RATE', '51'],
		['SEND_RATE', 'fast'],
		['LOG_LEVEL', 'loud'],
		['SHUTDOWN_SECONDS', '-1'],
	])('refuses %s=%s by name', (name, value) => {
		expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`^- ${name}: `, 'm'));
	});

	test('reports all mistakes at once', () => {
		const read = () => parseConfig({ NODE_ENV: 'production', SEND_RATE: 'x', LOG_LEVEL: 'y' });
		expect(read).toThrow(/SEND_RATE[\s\S]*LOG_LEVEL[\s\S]*DISCORD_TOKEN/);
	});

	test('never prints a secret', () => {
		const secrets = { DISCORD_TOKEN: 'Bot s3cret', REDIS_URL: 'http://user:s3cret@host' };
		expect(() => parseConfig(secrets)).toThrow(
			expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
		);
	});

	test('demands a token in production', () => {
		expect(() => parseConfig({ NODE_ENV: 'production' })).toThrow('DISCORD_TOKEN: must be set in production');
		expect(parseConfig({ NODE_ENV: 'production', DISCORD_TOKEN: 'abc.def' }).DISCORD_TOKEN).toBe('abc.def');
	});
});

describe('findMisspelt()', () => {
	test.each([
		['DISCORD_TOKN', 'DISCORD_TOKEN'],
		['REDIS_ULR', 'REDIS_URL'],
		['SEND_RATES', 'SEND_RATE'],
		['GUTSY_DATADIR', 'GUTSY_DATA_DIR'],
		['LOG_LEVLE', 'LOG_LEVEL'],
		['HASH_KYE', 'HASH_KEY'],
		['discord_token', 'DISCORD_TOKEN'],
	])('knows %s for %s', (name, meant) => {
		const [sentence, ...more] = findMisspelt({ [name]: 's3cret' });
		expect(sentence).toContain(`${name} is set`);
		expect(sentence).toContain(`: ${meant} may`);
		expect(sentence).not.toContain('s3cret');
		expect(more).toEqual([]);
	});

	test.each([
		['is right', { REDIS_URL: 'redis://host' }],
		['is not like ours', { TOKEN: 'x', PAHT: 'x', HOME: 'x', DISPLAI: 'x' }],
		['only begins like ours', { REDIS_PORT: '6379', NODE_OPTIONS: '--inspect', DISCORD_CLIENT_ID: '1' }],
		['is set to nothing', { REDIS_ULR: ' ' }],
		['is beside the one it resembles', { REDIS_URI: 'redis://other', REDIS_URL: 'redis://host' }],
	])('says nothing of what %s', (_what, variables) => {
		expect(findMisspelt(variables)).toEqual([]);
	});

	test('is what explains a token that is missing', () => {
		const read = () => parseConfig({ NODE_ENV: 'production', DISCORD_TOKN: 's3cret' });
		expect(read).toThrow(/^- DISCORD_TOKEN: must be set in production\n- DISCORD_TOKN is set/m);
	});
});
