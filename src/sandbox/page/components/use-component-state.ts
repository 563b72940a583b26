import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { usePage } from '../state/page.ts';

/** Whether a component waits for the bot, and whether its message takes no second click meanwhile. */
export function useComponentState(
	message: ShownMessage,
	customId: string | undefined,
): { loading: boolean; blocked: boolean } {
	const pending = usePage().state.underway.all.value.flatMap(({ origin, state }) =>
		state === 'pending' && origin.kind === 'component' && origin.messageId === message.id
			? [origin.customId]
			: [],
	);
	return { loading: customId !== undefined && pending.includes(customId), blocked: pending.length > 0 };
}
