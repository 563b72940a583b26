import { describe, expect, test } from 'vitest';
import { describeTarget, parseRedisUrl } from '../../src/redis/redis-target.ts';

describe('parseRedisUrl()', () => {
	test.each([
		['a server', 'redis://cache', { kind: 'server', address: { host: 'cache', port: 6379 }, login: {} }],
		[
			'a server with everything',
			'rediss://gutsy:p%40ss%2Fword@cache.example.org:6380/2',
			{
				kind: 'server',
				address: { host: 'cache.example.org', port: 6380 },
				login: { username: 'gutsy', password: 'p@ss/word', tls: {}, db: 2 },
			},
		],
		[
			'a server with a password only',
			'redis://:secret@cache',
			{ kind: 'server', address: { host: 'cache', port: 6379 }, login: { password: 'secret' } },
		],
		[
			'an IPv6 address',
			'redis://[::1]:7000',
			{ kind: 'server', address: { host: '::1', port: 7000 }, login: {} },
		],
		[
			'sentinels',
			'redis-sentinel://:secret@one,two:26380/gutsy/1',
			{
				kind: 'sentinel',
				sentinels: [
					{ host: 'one', port: 26_379 },
					{ host: 'two', port: 26_380 },
				],
				name: 'gutsy',
				login: { password: 'secret', db: 1 },
			},
		],
		[
			'a cluster',
			'rediss-cluster://one:7000,two:7001',
			{
				kind: 'cluster',
				nodes: [
					{ host: 'one', port: 7000 },
					{ host: 'two', port: 7001 },
				],
				login: { tls: {} },
			},
		],
		['a socket', 'unix:///run/redis/redis.sock', { kind: 'socket', path: '/run/redis/redis.sock' }],
	])('reads %s', (_case, url, target) => {
		expect(parseRedisUrl(url)).toEqual(target);
	});

	test.each([
		['another protocol', 'https://secret@cache', 'Expected redis://'],
		['no host', 'redis://secret@', 'Expected redis://'],
		['several hosts without their kind', 'redis://secret@one,two', 'redis-sentinel:// or redis-cluster://'],
		['sentinels without a name', 'redis-sentinel://secret@one', 'name of the primary'],
		['a cluster with a database', 'redis-cluster://secret@one/1', 'no database'],
		['a database that is no number', 'redis://one/secret', 'number of a database'],
		['a port that is no number', 'redis://one:secret', 'host:port'],
		['a password that is not encoded', 'redis://:secret%@one', 'percent-encoded'],
	])('refuses %s without repeating the URL', (_case, url, message) => {
		const refused = { message: expect.stringMatching(/^(?!.*secret)/) };
		expect(() => parseRedisUrl(url)).toThrow(expect.objectContaining(refused));
		expect(() => parseRedisUrl(url)).toThrow(message);
	});
});

describe('describeTarget()', () => {
	test.each([
		['redis://gutsy:secret@cache/1', 'cache:6379'],
		['redis-sentinel://:secret@one,two/gutsy', 'gutsy behind one:26379, two:26379'],
		['redis-cluster://:secret@one,two', 'the cluster of one:6379, two:6379'],
		['unix:///run/redis.sock', '/run/redis.sock'],
	])('names the place of %s without its password', (url, place) => {
		expect(describeTarget(parseRedisUrl(url))).toBe(place);
	});
});
