/** A server that plays Discord, as far as the scenario needs its user side. */
export interface Rival {
	name: string;
	/** Goes into discord.js as `rest.api`. */
	restUrl: string;
	token: string;
	channelId: string;
	memberId: string;
	slash(command: string, options: Record<string, string>): Promise<void>;
	click(messageId: string, customId: string): Promise<void>;
	stop(): Promise<void>;
}
