/** One way to nudge members every day. All its subscriptions are due in the same minute. */
export interface Contestant {
	/** Has the server learn all scripts, so that they do not count as data. */
	prepare(): Promise<void>;
	subscribe(memberIds: readonly string[]): Promise<void>;
	/** The minute comes: whatever has to happen before deliveries can be worked on. */
	claim(): Promise<void>;
	/** Takes all deliveries from the queue, and does nothing about them. */
	drain(): Promise<void>;
	close(): Promise<void>;
}

/** Runs `work` over all, so many at a time. */
export async function inGroups<Item>(
	items: readonly Item[],
	size: number,
	work: (item: Item) => Promise<unknown>,
): Promise<void> {
	for (let start = 0; start < items.length; start += size)
		await Promise.all(items.slice(start, start + size).map(work));
}
