import { useFacts, usePage } from '../state/page.ts';
import { useUnread } from './use-unread.ts';

/** The narrow column: direct messages and the servers. */
export function ServerRail() {
	const { state, deeds } = usePage();
	const { servers, dmChannelId } = useFacts();
	const { countIn } = useUnread();
	const current = state.channelId.value;
	const dms = countIn(dmChannelId);
	return (
		<nav class="rail" aria-label="Servers" data-tour="servers">
			<button
				type="button"
				class={current === dmChannelId ? 'rail-item current' : 'rail-item'}
				aria-current={current === dmChannelId}
				aria-label={dms > 0 ? `Direct messages, ${dms} unread` : 'Direct messages'}
				title="Direct messages"
				data-tour="direct-messages"
				onClick={() => deeds.go(dmChannelId)}
			>
				<span class="envelope" aria-hidden="true" />
				{dms > 0 && (
					<span class="badge" aria-hidden="true">
						{dms}
					</span>
				)}
			</button>
			<hr />
			{servers.map(({ id, name, channels }) => {
				const here = channels.some((channel) => channel.id === current);
				const unread = channels.some((channel) => countIn(channel.id) > 0);
				return (
					<button
						key={id}
						type="button"
						class={['rail-item', here && 'current', unread && 'unread'].filter(Boolean).join(' ')}
						aria-current={here}
						aria-label={unread ? `${name}, unread messages` : name}
						title={name}
						onClick={() => {
							const first = channels[0];
							if (first && !here) deeds.go(first.id);
						}}
					>
						<span class="initials" data-initials={initials(name)} />
					</button>
				);
			})}
		</nav>
	);
}

function initials(name: string): string {
	return name
		.split(/\s+/)
		.map((word) => word.slice(0, 1))
		.join('')
		.slice(0, 3);
}
