/** The value below which a share of the samples lies, such as 0.5 for the median. */
export function quantile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((a, b) => a - b);
	const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
	if (value === undefined) throw new RangeError('There are no samples');
	return value;
}
