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
	const watches = new Set<{ ids: ReadonlySet<string>; timer: NodeJS.Timeout }>();

	return {
		watch(components, afterMs, expire) {
			const timer = setTimeout(() => {
				watches.delete(watch);
				expire().catch(onFailure);
			}, afterMs);
			// Nothing is lost when the process ends before.
			timer.unref();
			const watch = { ids: new Set(customIdsIn(components)), timer };
			watches.add(watch);
		},
		used(customId) {
			// The same question twice within a minute has the same ids. Which of the two was answered cannot be told, so both are left.
			for (const watch of watches)
				if (watch.ids.has(customId)) {
					clearTimeout(watch.timer);
					watches.delete(watch);
				}
		},
	};
}

function customIdsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(customIdsIn);
	if (typeof value !== 'object' || value === null) return [];
	const own = 'custom_id' in value && typeof value.custom_id === 'string' ? [value.custom_id] : [];
	return 'components' in value ? [...own, ...customIdsIn(value.components)] : own;
}
