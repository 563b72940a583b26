import type { HabitProgress } from './progress.ts';

/** From which strength on a habit is called what. */
const NAMES = [
	[0.85, 'second nature'],
	[0.6, 'strong'],
	[0.3, 'growing'],
	[0.05, 'taking root'],
	[0, 'just beginning'],
] as const;

export function nameStrength(strength: number): string {
	return NAMES.find(([from]) => strength >= from)?.[1] ?? NAMES[4][1];
}

/** A whole percentage that says neither all nor nothing where that is not so. */
export function percent(share: number): number {
	const whole = Math.round(share * 100);
	if (share > 0 && whole === 0) return 1;
	return share < 1 && whole === 100 ? 99 : whole;
}

export function describeTrend({ trend, byDay }: Pick<HabitProgress, 'trend' | 'byDay'>): string {
	const before = percent(byDay.at(-29) ?? 0);
	switch (trend) {
		case 'new':
			return 'begun within the last 4 weeks';
		case 'rising':
			return `up from ${before} % 4 weeks ago`;
		case 'easing':
			return `down from ${before} % 4 weeks ago`;
		case 'steady':
			return 'about as 4 weeks ago';
	}
}

/** What waits for an answer, as a sentence; none for nothing. */
export function describeOpen(open: HabitProgress['open']): readonly string[] {
	if (open.length === 0) return [];
	return [open.length === 1 ? 'One day is still open.' : `${open.length} days are still open.`];
}

/** Says in words what a picture of these habits shows, for who cannot see it. */
export function describePicture(habits: readonly HabitProgress[]): string {
	return [
		'A calendar of the last half year, and a line of how strong each habit has become.',
		...habits.map((habit) => {
			const { label, strength, fourWeeks, all, open } = habit;
			const now = `${label}: habit strength ${percent(strength)} percent, ${nameStrength(strength)}, ${describeTrend(habit)}.`;
			const done = `Done on ${fourWeeks.done} of the ${fourWeeks.came} days that counted in the last 4 weeks, on ${all.done} of ${all.came} in half a year.`;
			return [now, done, ...describeOpen(open)].join(' ');
		}),
	].join(' ');
}
