import { UserError } from '../core/user-error.ts';
import { type Caller, holds } from './caller.ts';

/** Refuses a caller who lacks a permission. Says the same whatever was asked for, so that nothing leaks. */
export function demand(permission: bigint | undefined, caller: Caller): void {
	if (permission === undefined || holds(caller, permission)) return;
	throw new UserError('This is for moderators of this server: it needs the “Manage Server” permission.');
}
