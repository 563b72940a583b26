import { useFacts, usePage } from '../state/page.ts';
import { unreadIn } from '../state/read-marks.ts';

/** How many messages of others the person has not read, by channel. */
export function useUnread(): { countIn(channelId: string): number } {
	const { state } = usePage();
	const { meId } = useFacts();
	const read = state.kept.value.read[meId] ?? {};
	return {
		countIn: (channelId) => unreadIn(state.messages.value.get(channelId) ?? [], meId, read[channelId]).length,
	};
}
