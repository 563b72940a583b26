import { Avatar } from '../parts/avatar.tsx';
import { useFacts, usePage } from '../state/page.ts';
import { ThemeButton } from './theme-button.tsx';
import { useUnread } from './use-unread.ts';

/** The channels of the place that is open, and who one is. */
export function ChannelList() {
	const { state, deeds } = usePage();
	const { servers, dmChannelId, people, botId, meId } = useFacts();
	const { countIn } = useUnread();
	const current = state.channelId.value;
	const server = servers.find(({ channels }) => channels.some(({ id }) => id === current));
	const bot = people.find(({ id }) => id === botId);
	const me = people.find(({ id }) => id === meId);

	const row = (id: string, label: preact.ComponentChildren, name: string) => {
		const unread = id === current ? 0 : countIn(id);
		return (
			<li key={id}>
				<button
					type="button"
					class={['channel', id === current && 'current', unread > 0 && 'unread'].filter(Boolean).join(' ')}
					aria-current={id === current ? 'page' : undefined}
					aria-label={unread > 0 ? `${name}, ${unread} unread` : name}
					onClick={() => deeds.go(id)}
				>
					{label}
				</button>
			</li>
		);
	};

	return (
		<div class="sidebar" id="sidebar">
			<nav aria-labelledby="place">
				<p class="sidebar-title" id="place">
					{server?.name ?? 'Direct messages'}
				</p>
				<ul>
					{server
						? server.channels.map(({ id, name }) =>
								row(
									id,
									<>
										<span class="hash" aria-hidden="true">
											#
										</span>
										{name}
									</>,
									name,
								),
							)
						: row(
								dmChannelId,
								<>
									<Avatar person={bot} size={28} />
									{bot?.name}
								</>,
								bot?.name ?? '',
							)}
				</ul>
			</nav>
			<footer class="me">
				<Avatar person={me} size={32} />
				<p>
					<strong>{me?.name}</strong>
					<span class="small-print">{me?.username}</span>
				</p>
				<ThemeButton />
			</footer>
		</div>
	);
}
