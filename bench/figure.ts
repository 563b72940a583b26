/** One thing measured, and what an issue asks of it. */
export interface Figure {
	metric: string;
	value: number;
	unit: string;
	/** The bound that the value is held against; absent where it is only told. */
	goal?: { most: number } | { least: number };
}

interface Line {
	name: string;
	metric: string;
	value: number;
	unit: string;
	goal?: string;
	ok?: boolean;
}

/** Prints figures as a table for people, or as one JSON object a line with a summary last. */
export function printFigures(name: string, figures: readonly Figure[], json: boolean): void {
	const lines = figures.map((figure) => lineOf(name, figure));
	if (!json) {
		const rows = lines.map(({ metric, value, unit, goal = '', ok }) => ({
			metric,
			value,
			unit,
			goal,
			ok: ok === undefined ? '' : ok ? 'yes' : 'NO',
		}));
		console.log(`\n${name}`);
		console.table(Object.fromEntries(rows.map(({ metric, ...row }) => [metric, row])));
		return;
	}
	for (const line of lines) console.log(JSON.stringify(line));
	const judged = lines.filter(({ ok }) => ok !== undefined);
	const met = judged.filter(({ ok }) => ok).length;
	console.log(
		JSON.stringify({
			name,
			metric: 'summary',
			value: met,
			unit: `of ${judged.length} goals`,
			ok: met === judged.length,
		}),
	);
}

function lineOf(name: string, { metric, value, unit, goal }: Figure): Line {
	const line = { name, metric, value: Number(value.toPrecision(4)), unit };
	if (goal === undefined) return line;
	if ('most' in goal) return { ...line, goal: `≤ ${goal.most}`, ok: value <= goal.most };
	return { ...line, goal: `≥ ${goal.least}`, ok: value >= goal.least };
}
