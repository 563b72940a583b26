/** What stands above a channel's first message. */
export function ChannelWelcome({ channelName }: { channelName: string }) {
	return (
		<div class="welcome">
			<h2>{channelName}</h2>
			<p>
				This is the beginning of {channelName}. Type <kbd>/</kbd> to see what the bot can do here.
			</p>
		</div>
	);
}
