/** Remembers which message an enforced nonce made, for a while: Discord answers that message instead of a second one. */
export function createNonces(elapsed: () => number, windowMs: number) {
	const remembered = new Map<string, { messageId: string; at: number }>();
	const keyOf = (channelId: string, nonce: string | number) => `${channelId} ${nonce}`;

	return {
		messageFor(channelId: string, nonce: string | number): string | undefined {
			const found = remembered.get(keyOf(channelId, nonce));
			return found && elapsed() - found.at < windowMs ? found.messageId : undefined;
		},
		remember(channelId: string, nonce: string | number, messageId: string): void {
			for (const [key, { at }] of remembered) {
				if (elapsed() - at < windowMs) break;
				remembered.delete(key);
			}
			remembered.delete(keyOf(channelId, nonce));
			remembered.set(keyOf(channelId, nonce), { messageId, at: elapsed() });
		},
	};
}

export type Nonces = ReturnType<typeof createNonces>;
