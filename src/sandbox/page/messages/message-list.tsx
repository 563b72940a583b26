import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { useFacts, usePage } from '../state/page.ts';
import { unreadIn } from '../state/read-marks.ts';
import { ChannelWelcome } from './channel-welcome.tsx';
import { FailedCommand, PendingCommand } from './local-row.tsx';
import { continues, isSameDay } from './message-groups.ts';
import { MessageRow } from './message-row.tsx';
import { useFollowing } from './use-following.ts';

export function MessageList({ channelName }: { channelName: string }) {
	const { state } = usePage();
	const { meId } = useFacts();
	const channelId = state.channelId.value;
	const messages = state.messages.value.get(channelId) ?? [];
	const local = state.underway.all.value.filter(
		({ origin }) => origin.kind === 'command' && origin.channelId === channelId,
	);
	const firstNew = useFirstNew(channelId, meId, messages);
	const { scroller, missed, onScroll, toEnd } = useFollowing(`${meId} ${channelId}`, messages.at(-1)?.id);

	return (
		<div class="scroller-frame">
			<section class="scroller" ref={scroller} aria-label={`Messages in ${channelName}`} onScroll={onScroll}>
				<div class="messages" role="log" aria-label={`Conversation in ${channelName}`}>
					<ChannelWelcome channelName={channelName} />
					{messages.map((message, index) => {
						const before = messages[index - 1];
						const newDay = before === undefined || !isSameDay(before.createdAt, message.createdAt);
						return (
							<Fragment key={message.id}>
								{newDay && <DayLine at={message.createdAt} />}
								{message.id === firstNew && (
									<div class="new-line">
										<span>New</span>
									</div>
								)}
								<MessageRow message={message} continued={continues(message, before)} />
							</Fragment>
						);
					})}
					{local.map((each) =>
						each.state === 'pending' ? (
							<PendingCommand key={each.interactionId} underway={each} />
						) : (
							<FailedCommand key={each.interactionId} underway={each} />
						),
					)}
				</div>
			</section>
			{missed && (
				<button type="button" class="button primary to-end" onClick={toEnd}>
					New messages <span aria-hidden="true">↓</span>
				</button>
			)}
		</div>
	);
}

/** The first message that was unread when the channel was entered: it stays marked as new until the channel is left. */
function useFirstNew(channelId: string, meId: string, messages: readonly ShownMessage[]): string | undefined {
	const { state } = usePage();
	const entered = useRef<{ key: string; firstNew: string | undefined }>({ key: '', firstNew: undefined });
	const key = `${meId} ${channelId}`;
	if (entered.current.key !== key) {
		const lastRead = state.kept.peek().read[meId]?.[channelId];
		// In a place where one has never been, everything would be new.
		const firstNew = lastRead === undefined ? undefined : unreadIn(messages, meId, lastRead)[0]?.id;
		entered.current = { key, firstNew };
	}
	return entered.current.firstNew;
}

function DayLine({ at }: { at: number }) {
	const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' }).format(
		at,
	);
	return (
		<div class="day-line">
			<span>{day}</span>
		</div>
	);
}
