// What makes a spreadsheet run a cell, as plain and as full-width characters; and the sign with which we say that it is text.
const RISKY = /^['=+\-@\t\r＝＋－＠]/;

/** Makes a cell that no spreadsheet runs: `'` before what it would take for a formula, and before `'` itself. */
export function escapeCell(text: string): string {
	return RISKY.test(text) ? `'${text}` : text;
}

/** Takes away exactly what {@link escapeCell} adds. */
export function unescapeCell(cell: string): string {
	return cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell;
}
