/** The text of a good entry file, with some lines of its front matter replaced, added or (`undefined`) left out. */
export function anEntryFile(
	changes: Record<string, string | undefined> = {},
	answer = 'Sleep well. Try it.',
): string {
	const fields = {
		title: 'Does sleep matter?',
		topic: 'sleep',
		aliases: '[is sleep good]',
		related: '[]',
		evidence: 'emerging',
		claims: '[27]',
		sources: '[{ title: A page, publisher: Somebody, reviewed: 2021-06-22 }]',
		reviewed: '2026-11-22',
		reviewBy: '2027-05-22',
		...changes,
	};
	const lines = Object.entries(fields).flatMap(([key, value]) =>
		value === undefined ? [] : [`${key}: ${value}`],
	);
	return ['---', ...lines, '---', '', answer, ''].join('\n');
}
