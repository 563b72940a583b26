import { createHmac } from 'node:crypto';

/**
 * Names a person within one purpose, the same each time, without saying who it is: nobody can tell without the key, and two
 * purposes cannot be joined. Each part must be free of `|`.
 */
export type KeyedHash = (...parts: readonly string[]) => string;

/** 132 bits: far more than chance or a search could meet. */
const LENGTH = 22;

export function createKeyedHash(key: string): KeyedHash {
	return (...parts) => createHmac('sha256', key).update(parts.join('|')).digest('base64url').slice(0, LENGTH);
}
