import { PICTURE_FONT } from '../core/pictures.ts';

/** On a card of its own, so that they are the same on Discord’s dark and light. Told apart by lightness as well as hue. */
export const COLOURS = {
	card: '#1e2126',
	edge: '#3b414b',
	words: '#f4f5f7',
	soft: '#b4bac4',
	faint: '#24282e',
	free: '#343a44',
	done: '#63d6aa',
	'not-today': '#a9b9ff',
	missed: '#f3b36e',
} as const;

/** Sizes in pixels. */
export function font(size: number, weight: 'normal' | 'bold' = 'normal'): string {
	return `${weight} ${size}px "${PICTURE_FONT}"`;
}

/** A local date as a picture writes it, such as `3 Jun`. */
export function shortDate(day: number): string {
	const date = new Date(day * 86_400_000);
	return `${date.getUTCDate()} ${shortMonth(day)}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function shortMonth(day: number): string {
	return MONTHS[new Date(day * 86_400_000).getUTCMonth()] ?? '';
}
