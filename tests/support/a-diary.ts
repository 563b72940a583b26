/** Notes the calls of functions, in order, each with its name before what it was given. */
export function aDiary() {
	const done: unknown[][] = [];
	return {
		done,
		/** Makes a function that is noted by that name and gives that result. */
		noted:
			<Result>(name: string, result: Result) =>
			async (...args: unknown[]) => {
				done.push([name, ...args]);
				return result;
			},
	};
}
