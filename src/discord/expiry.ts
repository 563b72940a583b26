import type { TopLevel } from './reply.ts';

/** Takes the buttons off messages that nobody answered in time. */
export interface Expiries {
	/** Has `expire` run after so many milliseconds, unless one of the components is used before. */
	watch(components: readonly TopLevel[], afterMs: number, expire: () => Promise<void>): void;
	/** A component was used: its message is left as it becomes. */
	used(customId: string): void;
}

/** @param onFailure told why a message could not be changed; its buttons refuse by their own age then. */
export function createExpiries(onFailure: (error: unknown) => void): Expiries {
	const watched = new Map<string, NodeJS.Timeout>();

	return {
		watch(components, afterMs, expire) {
			const ids = customIdsIn(components);
			const timer = setTimeout(() => {
				for (const id of ids) watched.delete(id);
				expire().catch(onFailure);
			}, afterMs);
			// Nothing is lost when the process ends before.
			timer.unref();
			for (const id of ids) watched.set(id, timer);
		},
		used(customId) {
			const timer = watched.get(customId);
			if (timer === undefined) return;
			clearTimeout(timer);
			for (const [id, other] of watched) if (other === timer) watched.delete(id);
		},
	};
}

function customIdsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(customIdsIn);
	if (typeof value !== 'object' || value === null) return [];
	const own = 'custom_id' in value && typeof value.custom_id === 'string' ? [value.custom_id] : [];
	return 'components' in value ? [...own, ...customIdsIn(value.components)] : own;
}
