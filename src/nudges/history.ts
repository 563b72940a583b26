import { type LocalDay, localDay } from './local-day.ts';

/** What came of a day's nudge: done, put off with a tap, or left without one. */
export type Mark = 'done' | 'not-today' | 'missed';

/** The marks of one topic by local date. Days without a nudge, and nudges that may still be answered, have none. */
export type History = ReadonlyMap<LocalDay, Mark>;

/** Half a year: as far as a picture of it shows, and longer than habit strength can feel. */
export const HISTORY_DAYS = 182;

const MARKS: readonly (Mark | undefined)[] = [undefined, 'done', 'not-today', 'missed'];
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Marks a digit: two bits each. */
const PER_DIGIT = 3;

/** The history with that mark, without what has become too old to keep. */
export function withMarks(history: History, days: readonly LocalDay[], mark: Mark): History {
	const next = new Map(history);
	for (const day of days) next.set(day, mark);
	const oldest = Math.max(...next.keys()) - HISTORY_DAYS;
	for (const day of next.keys()) if (day <= oldest) next.delete(day);
	return next;
}

/**
 * The history as it counts on `today`: a nudge that was left open is as good as missed once its next day is over, until
 * it is answered.
 */
export function countedHistory(
	{ history, open }: { readonly history: History; readonly open: readonly LocalDay[] },
	today: LocalDay,
): History {
	const over = open.filter((day) => day < today - 1).map((day) => [day, 'missed'] as const);
	return new Map([...over, ...history]);
}

/** The days whose nudge still waits for its answer on `today`, and does not count as missed yet. */
export function stillOpen(
	{ history, open }: { readonly history: History; readonly open: readonly LocalDay[] },
	today: LocalDay,
): readonly LocalDay[] {
	return open.filter((day) => day >= today - 1 && day <= today && !history.has(day));
}

/** Three days a character, from the last marked day backwards. */
export function packHistory(history: History): { lastDay: LocalDay | undefined; packed: string } {
	if (history.size === 0) return { lastDay: undefined, packed: '' };
	const lastDay = localDay.parse(Math.max(...history.keys()));
	const length = lastDay - Math.min(...history.keys()) + 1;
	let packed = '';
	for (let start = 0; start < length; start += PER_DIGIT) {
		let digit = 0;
		for (let place = 0; place < PER_DIGIT; place += 1)
			digit = digit * 4 + MARKS.indexOf(history.get((lastDay - start - place) as LocalDay));
		packed += DIGITS[digit];
	}
	return { lastDay, packed };
}

export function unpackHistory(lastDay: LocalDay | undefined, packed: string): History {
	const history = new Map<LocalDay, Mark>();
	if (lastDay === undefined) return history;
	for (const [index, digit] of [...packed].entries()) {
		const value = DIGITS.indexOf(digit);
		for (let place = 0; place < PER_DIGIT; place += 1) {
			const mark = MARKS[(value >> (2 * (PER_DIGIT - 1 - place))) & 3];
			if (mark !== undefined) history.set((lastDay - index * PER_DIGIT - place) as LocalDay, mark);
		}
	}
	return history;
}
