import type { APISelectMenuOption } from 'discord-api-types/v10';
import { z } from 'zod';

/** Discord shows at most 25 options in a select; two are kept for the ways on and back. */
const A_PAGE = 23;
const FORWARD = '>';
const BACK = '<';
const HERE = '.';

/** A page of options, with the ways to the pages around it. */
export function pageOfOptions(
	options: readonly APISelectMenuOption[],
	page: number,
): { options: APISelectMenuOption[]; page: number } {
	const last = Math.max(0, Math.ceil(options.length / A_PAGE) - 1);
	const shown = Math.min(page, last);
	const listed = options.slice(shown * A_PAGE, (shown + 1) * A_PAGE);
	if (shown < last) listed.push({ label: 'More …', value: FORWARD });
	if (shown > 0) listed.push({ label: 'Back …', value: BACK });
	return { options: listed, page: shown };
}

export const pageParam = z.coerce.number().int().nonnegative();

/** What was picked from such a select: one of its options, or another page; a button with the same id leads back to this one. */
export function pickedOf(value: z.ZodType<string>) {
	return z
		.tuple([z.union([value, z.literal([FORWARD, BACK, HERE])])])
		.transform(([picked]) => picked)
		.default(HERE);
}

/** The page to turn to; `undefined` when an option was picked. */
export function turnedTo(picked: string, page: number): number | undefined {
	if (picked === HERE) return page;
	if (picked === FORWARD) return page + 1;
	return picked === BACK ? Math.max(0, page - 1) : undefined;
}
