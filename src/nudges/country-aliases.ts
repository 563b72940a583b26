const ALIASES: ReadonlyMap<string, string> = new Map([
	['usa', 'united states'],
	['us', 'united states'],
	['america', 'united states'],
	['uk', 'united kingdom'],
	['great britain', 'united kingdom'],
	['england', 'united kingdom'],
	['scotland', 'united kingdom'],
	['wales', 'united kingdom'],
	['uae', 'united arab emirates'],
	['holland', 'the netherlands'],
	['netherlands', 'the netherlands'],
]);

/** Replaces a country's everyday name by the one that tzdb lists. Takes and returns folded text. */
export function nameCountry(folded: string): string {
	return ALIASES.get(folded) ?? folded;
}
