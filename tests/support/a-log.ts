import type { Log } from '../../src/ops/log.ts';

export interface RecordedLog extends Log {
	lines: { level: string; fields: Record<string, unknown>; message: string }[];
}

/** A log that keeps its lines for the test to look at. */
export function aLog(): RecordedLog {
	const lines: RecordedLog['lines'] = [];
	const at =
		(level: string) =>
		(first: unknown, message = '') => {
			const fields = typeof first === 'object' && first !== null ? { ...first } : {};
			lines.push({ level, fields, message: typeof first === 'string' ? first : message });
		};
	return {
		lines,
		debug: at('debug'),
		info: at('info'),
		warn: at('warn'),
		error: at('error'),
		fatal: at('fatal'),
	};
}
