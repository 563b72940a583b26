/** Which of two ids was made first; ids are numbers too long for `Number`. */
export function compareSnowflakes(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
