import type { LocalDiscord } from '../local-discord.ts';
import type { Outside } from './page-options.ts';
import type { ClockMove } from './protocol/from-page.ts';

/** Moves the local Discord's clock, and with it that of everyone who reads it. */
export async function moveClock(
	clock: LocalDiscord['clock'],
	move: ClockMove,
	{
		userId,
		nextMessageAt,
		realNow,
	}: { userId: string; realNow: () => number } & Pick<Outside, 'nextMessageAt'>,
): Promise<void> {
	if (move === 'real-time') return clock.set(realNow());
	if (move === 'next-message') {
		const at = await nextMessageAt?.(userId);
		if (at === undefined) throw new Error('Nothing is planned for this person');
		// To the moment itself; a moment that has passed already needs no move.
		return clock.set(Math.max(at, clock.now()));
	}
	return 'by' in move ? clock.advance(move.by) : clock.set(move.to);
}
