/** Waits for some work, but no longer than `milliseconds`; says whether it was done by then. A failure of the work is passed on. */
export async function withDeadline(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((resolve) => {
		timer = setTimeout(resolve, milliseconds, false);
	});
	try {
		return await Promise.race([work.then(() => true), late]);
	} finally {
		clearTimeout(timer);
	}
}
