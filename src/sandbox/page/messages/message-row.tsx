import { useState } from 'preact/hooks';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { formatStamp, formatTime } from '../markdown/format-time.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useFacts, usePage } from '../state/page.ts';
import { MessageBody } from './message-body.tsx';
import { type MenuPlace, MessageMenu } from './message-menu.tsx';
import { ReplyContext } from './reply-context.tsx';
import { UsedCommand } from './used-command.tsx';

/** One message with what stands around it. `continued`: it needs no name of its own. */
export function MessageRow({ message, continued }: { message: ShownMessage; continued: boolean }) {
	const { deeds } = usePage();
	const { people, meId } = useFacts();
	const [menu, setMenu] = useState<MenuPlace | undefined>();
	const author = people.find(({ id }) => id === message.authorId);
	const pingsMe = message.pings.everyone || message.pings.users.includes(meId);
	const look = ['message', continued && 'continued', message.ephemeral && 'ephemeral', pingsMe && 'pings-me'];

	function openMenu(event: MouseEvent): void {
		if (event.target instanceof Element && event.target.closest('a, img')) return;
		event.preventDefault();
		const onAuthor = event.target instanceof Element && event.target.closest('[data-author]') !== null;
		setMenu({ x: event.clientX, y: event.clientY, ...(onAuthor && author && { person: author }) });
	}

	return (
		<article
			id={`message-${message.id}`}
			class={look.filter(Boolean).join(' ')}
			aria-label={`Message of ${author?.name ?? 'someone'}`}
			onContextMenu={openMenu}
		>
			{message.usedCommand ? (
				<UsedCommand {...message.usedCommand} />
			) : (
				message.replyTo !== undefined && <ReplyContext message={message} />
			)}
			<div class="message-main">
				{!continued && (
					<span data-author>
						<Avatar person={author} />
					</span>
				)}
				<div class="message-content">
					{!continued && (
						<p class="author">
							<strong data-author>{author?.name ?? 'Deleted user'}</strong>{' '}
							{author?.bot && <span class="app-tag">APP</span>} <Stamp at={message.createdAt} />
						</p>
					)}
					<MessageBody message={message} />
					{message.ephemeral && !message.loading && (
						<p class="ephemeral-note">
							Only you can see this •{' '}
							<button
								type="button"
								class="link"
								onClick={() =>
									void deeds.ask({ do: 'dismiss', channelId: message.channelId, messageId: message.id })
								}
							>
								Dismiss message
							</button>
						</p>
					)}
				</div>
			</div>
			<button
				type="button"
				class="more"
				aria-label="More for this message"
				aria-haspopup="menu"
				onClick={({ currentTarget }) => {
					const { left, bottom } = currentTarget.getBoundingClientRect();
					setMenu({ x: left, y: bottom, ...(author && { person: author }), both: true });
				}}
			>
				<span aria-hidden="true">⋯</span>
			</button>
			{menu && <MessageMenu message={message} place={menu} onClose={() => setMenu(undefined)} />}
		</article>
	);
}

function Stamp({ at }: { at: number }) {
	const { state } = usePage();
	return (
		<time class="stamp" dateTime={new Date(at).toISOString()} title={formatTime(at, 'F', 0)}>
			{formatStamp(at, state.now.value)}
		</time>
	);
}
