import type { Snowflake } from '../core/snowflake.ts';

/** One kind of thing that may be stored about a member. */
export interface StoredPart {
	/** In words for the member, such as “Your nudges”. */
	name: string;
	/** Until when it is kept. */
	kept: string;
	/** What is stored, as values that JSON can hold; undefined for nothing. */
	read(memberId: Snowflake): Promise<unknown>;
	/** Deletes it. Returns how many things were deleted. */
	erase(memberId: Snowflake): Promise<number>;
}

/** What is stored, by kind. */
export interface Holding {
	name: string;
	kept: string;
	/** Undefined for nothing. */
	stored: unknown;
}

/** What came of deleting one kind; undefined when it could not be deleted. */
export interface Erasure {
	name: string;
	deleted: number | undefined;
}

/** Shows members what is stored about them, and deletes it. */
export interface Privacy {
	view(memberId: Snowflake): Promise<Holding[]>;
	/** Every kind has its turn, whatever becomes of the others. */
	erase(memberId: Snowflake): Promise<Erasure[]>;
}

interface Dependencies {
	parts: readonly StoredPart[];
	/** Told why a kind could not be deleted. */
	onFailure(error: unknown): void;
}

export function createPrivacy({ parts, onFailure }: Dependencies): Privacy {
	return {
		view: (memberId) =>
			Promise.all(parts.map(async ({ name, kept, read }) => ({ name, kept, stored: await read(memberId) }))),
		async erase(memberId) {
			const erasures: Erasure[] = [];
			// One after another, in their order.
			for (const { name, erase } of parts)
				try {
					erasures.push({ name, deleted: await erase(memberId) });
				} catch (error) {
					onFailure(error);
					erasures.push({ name, deleted: undefined });
				}
			return erasures;
		},
	};
}
