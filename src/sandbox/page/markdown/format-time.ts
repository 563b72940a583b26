const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const minute: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const styles: Record<string, Intl.DateTimeFormatOptions> = {
	t: minute,
	T: { ...minute, second: '2-digit' },
	d: { day: '2-digit', month: '2-digit', year: 'numeric' },
	D: day,
	f: { ...day, ...minute },
	F: { weekday: 'long', ...day, ...minute },
};

/** A moment in one of Discord's styles (`t T d D f F R`), in the reader's own words and time zone. */
export function formatTime(at: number, style: string, now: number, locale?: string): string {
	const date = new Date(at);
	if (Number.isNaN(date.getTime())) return 'Invalid date';
	if (style === 'R') return formatRelative(at - now, locale);
	return new Intl.DateTimeFormat(locale, styles[style] ?? styles['f']).format(date);
}

const units = [
	['year', 365 * 86_400_000],
	['month', 30 * 86_400_000],
	['day', 86_400_000],
	['hour', 3_600_000],
	['minute', 60_000],
	['second', 1000],
] as const;

/** "in 3 hours", "2 days ago": in the largest unit that is reached. */
function formatRelative(ms: number, locale: string | undefined): string {
	const [unit, length] = units.find(([, size]) => Math.abs(ms) >= size) ?? units[5];
	return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.round(ms / length), unit);
}

/** When a message was written, as it stands beside its author. */
export function formatStamp(at: number, now: number, locale?: string): string {
	const time = new Intl.DateTimeFormat(locale, minute).format(at);
	const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
	if (days === 0) return time;
	if (days === 1) return `Yesterday at ${time}`;
	return new Intl.DateTimeFormat(locale, { ...styles['d'], ...minute }).format(at);
}

function startOfDay(at: number): number {
	return new Date(at).setHours(0, 0, 0, 0);
}
