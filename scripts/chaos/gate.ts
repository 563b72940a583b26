/** Lets through one at a time: Redis is never killed while the clock moves, nor the clock moved while Redis is away. */
export interface Gate {
	pass<Result>(action: () => Promise<Result>): Promise<Result>;
}

export function createGate(): Gate {
	let last: Promise<unknown> = Promise.resolve();
	return {
		pass(action) {
			const passing = last.then(action);
			last = passing.catch(() => undefined);
			return passing;
		},
	};
}
