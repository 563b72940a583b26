import { Composer } from './composer/composer.tsx';
import { ChannelList } from './layout/channel-list.tsx';
import { Header } from './layout/header.tsx';
import { ServerRail } from './layout/server-rail.tsx';
import { MessageList } from './messages/message-list.tsx';
import { ModalForm } from './modal/modal-form.tsx';
import { Tools } from './panels/tools.tsx';
import { useFacts, usePage } from './state/page.ts';
import { Tour } from './tour/tour.tsx';

/** The whole page, once there is something to show. */
export function App() {
	const { state } = usePage();
	if (!state.facts.value) return <Waiting />;
	return <Scene />;
}

function Waiting() {
	const { state } = usePage();
	const lost = state.connection.value === 'lost';
	return (
		<main class="waiting">
			<h1>Local Discord</h1>
			<p role="status">
				{lost ? 'It is not there. If it was started again, open the address that it printed.' : 'Connecting…'}
			</p>
		</main>
	);
}

function Scene() {
	const { state } = usePage();
	const { servers, dmChannelId, people, botId } = useFacts();
	const channelId = state.channelId.value;
	const isDm = channelId === dmChannelId;
	const channel = servers.flatMap(({ channels }) => channels).find(({ id }) => id === channelId);
	const botName = people.find(({ id }) => id === botId)?.name ?? '';
	const channelName = isDm ? botName : (channel?.name ?? '');
	const addressed = isDm ? `@${channelName}` : `#${channelName}`;
	const modal = state.modal.value;
	return (
		<div
			class={['app', state.toolsOpen.value && 'with-tools', state.sidebarOpen.value && 'with-sidebar']
				.filter(Boolean)
				.join(' ')}
		>
			<a class="skip" href="#composer">
				Skip to the composer
			</a>
			<div class="places">
				<ServerRail />
				<ChannelList />
			</div>
			<Header channelName={channelName} isDm={isDm} />
			<main class="conversation">
				<MessageList channelName={addressed} />
				<Composer channelName={addressed} />
			</main>
			{state.toolsOpen.value && <Tools />}
			{modal && <ModalForm key={modal.interactionId} modal={modal} />}
			{state.tourStep.value !== undefined && !modal && <Tour step={state.tourStep.value} />}
			<Notices />
		</div>
	);
}

function Notices() {
	const { state } = usePage();
	const { value: notice } = state.notice;
	return (
		<div class="notices" role="status">
			{state.connection.value === 'lost' && (
				<p>
					The local Discord is not there. This page connects again by itself when it is back at this address.
				</p>
			)}
			{notice !== undefined && (
				<p>
					{notice}{' '}
					<button
						type="button"
						class="link"
						onClick={() => {
							state.notice.value = undefined;
						}}
					>
						Dismiss
					</button>
				</p>
			)}
		</div>
	);
}
