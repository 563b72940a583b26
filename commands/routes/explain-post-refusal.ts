const WORDS: Readonly<Record<number, string>> = {
	50001: 'I cannot see that channel. Please give Gutsy “View Channel” and “Send Messages” there.',
	50013: 'I may not write in that channel. Please give Gutsy “Send Messages” there.',
	10003: 'That channel is gone.',
	10004: 'Gutsy is not in this server any more.',
};

/** Why Discord does not let Gutsy post, and what moderators can do about it. `code` is Discord's. */
export function explainPostRefusal(code: number): string {
	return WORDS[code] ?? `Discord did not take the message (code ${code}).`;
}
