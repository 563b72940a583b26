import { UserError } from '../core/user-error.ts';
import { formatLocalTime, type LocalTime, localTime } from './local-time.ts';

/** When nothing may come, by the member's own clock: from `from` until just before `to`, over midnight when `to` is earlier. */
export interface QuietHours {
	readonly from: LocalTime;
	readonly to: LocalTime;
}

export function isQuiet(quiet: QuietHours | undefined, time: LocalTime): boolean {
	if (quiet === undefined) return false;
	const { from, to } = quiet;
	return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** The most minutes by which a nudge comes later than asked, so that not everybody's comes at the same moment. */
const WIDEST_SPREAD = 9;

/** How many minutes later a member's nudge comes. None past midnight or into quiet hours. */
export function spreadFor(time: LocalTime, wanted: number, quiet: QuietHours | undefined): number {
	const minutes = wanted % (WIDEST_SPREAD + 1);
	if (time + minutes > 1_439) return 0;
	return isQuiet(quiet, localTime.parse(time + minutes)) ? 0 : minutes;
}

/** @throws UserError when a nudge is wanted in the midst of quiet hours: one of them has to change. */
export function checkQuiet(quiet: QuietHours | undefined, named: ReadonlyMap<string, LocalTime>): void {
	for (const [name, time] of named) {
		if (!isQuiet(quiet, time) || quiet === undefined) continue;
		throw new UserError(
			`Your ${name} nudge at ${formatLocalTime(time)} would fall into your quiet hours (${formatLocalTime(quiet.from)} to ${formatLocalTime(quiet.to)}). Please change one of the two.`,
		);
	}
}
