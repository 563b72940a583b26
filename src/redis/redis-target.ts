import type { RedisOptions } from 'ioredis';

interface Address {
	readonly host: string;
	readonly port: number;
}

/** How to log in and speak, the same for every server of the target. Certificates are checked where `tls` is set. */
type Login = Pick<RedisOptions, 'username' | 'password' | 'db' | 'tls'>;

/** Where Redis is. */
export type RedisTarget =
	| { readonly kind: 'socket'; readonly path: string }
	| { readonly kind: 'server'; readonly address: Address; readonly login: Login }
	| {
			readonly kind: 'sentinel';
			readonly sentinels: readonly Address[];
			/** The name under which the sentinels know the primary. */
			readonly name: string;
			readonly login: Login;
	  }
	| { readonly kind: 'cluster'; readonly nodes: readonly Address[]; readonly login: Login };

const FORM =
	/^redis(?<tls>s?)(?:-(?<kind>sentinel|cluster))?:\/\/(?:(?<user>.*)@)?(?<hosts>[^@/]+)(?:\/(?<rest>.*))?$/;

/**
 * Reads `REDIS_URL`. One of
 *
 * - `redis://user:password@host:6379/0`
 * - `redis-sentinel://user:password@host:26379,host:26379/name` (then `/0` for a database)
 * - `redis-cluster://user:password@host:6379,host:6379`
 * - `unix:///path/to/redis.sock`
 *
 * `rediss…` in place of `redis…` speaks TLS. Special characters in user and password are percent-encoded.
 *
 * @throws Error that does not repeat the URL, since it may hold a password.
 */
export function parseRedisUrl(url: string): RedisTarget {
	const path = /^unix:\/\/(\/.+)$/.exec(url)?.[1];
	if (path !== undefined) return { kind: 'socket', path };
	const parts = FORM.exec(url)?.groups;
	if (parts === undefined) {
		throw new Error('Expected redis://, rediss://, redis-sentinel://, redis-cluster:// or unix://');
	}
	const tls: Login = parts['tls'] === 's' ? { tls: {} } : {};
	const login = { ...readUser(parts['user'] ?? ''), ...tls };
	const hosts = (parts['hosts'] ?? '').split(',');
	const rest = parts['rest'] ?? '';
	switch (parts['kind']) {
		case 'sentinel': {
			const [name = '', database = ''] = rest.split('/');
			if (name === '') throw new Error('Expected the name of the primary: redis-sentinel://host:26379/name');
			const sentinels = hosts.map((host) => readAddress(host, 26_379));
			return { kind: 'sentinel', sentinels, name, login: { ...login, ...readDatabase(database) } };
		}
		case 'cluster':
			if (rest !== '') throw new Error('Expected no database after redis-cluster://: a cluster has only one');
			return { kind: 'cluster', nodes: hosts.map((host) => readAddress(host, 6379)), login };
		default: {
			const [host = '', ...more] = hosts;
			if (more.length > 0)
				throw new Error('Expected redis-sentinel:// or redis-cluster:// for several hosts');
			return { kind: 'server', address: readAddress(host, 6379), login: { ...login, ...readDatabase(rest) } };
		}
	}
}

/** Names the place for a message or a log, without user and password. */
export function describeTarget(target: RedisTarget): string {
	const list = (addresses: readonly Address[]) =>
		addresses.map(({ host, port }) => `${host}:${port}`).join(', ');
	switch (target.kind) {
		case 'socket':
			return target.path;
		case 'server':
			return list([target.address]);
		case 'sentinel':
			return `${target.name} behind ${list(target.sentinels)}`;
		case 'cluster':
			return `the cluster of ${list(target.nodes)}`;
	}
}

function readUser(text: string): Login {
	if (text === '') return {};
	const [username = '', ...password] = text.split(':');
	try {
		return {
			...(username === '' ? {} : { username: decodeURIComponent(username) }),
			...(password.length === 0 ? {} : { password: decodeURIComponent(password.join(':')) }),
		};
	} catch {
		throw new Error('Expected special characters in user and password to be percent-encoded');
	}
}

function readAddress(text: string, usualPort: number): Address {
	const [, ipv6, host = ipv6, port] = /^(?:\[([\da-f:]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
	if (host === undefined) throw new Error('Expected host:port');
	return { host, port: port === undefined ? usualPort : Number(port) };
}

function readDatabase(text: string): Login {
	if (text === '') return {};
	if (!/^\d{1,5}$/.test(text)) throw new Error('Expected the number of a database at the end');
	return { db: Number(text) };
}
