import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useFacts, usePage } from '../state/page.ts';
import { plainText } from './plain-text.ts';

/** The message that another one answers, in a line that leads to it. Nothing for what others never saw. */
export function ReplyContext({ message }: { message: ShownMessage }) {
	const { state } = usePage();
	const { people } = useFacts();
	const replied = state.messages.value.get(message.channelId)?.find(({ id }) => id === message.replyTo);
	if (!replied && message.repliesToPrivate) return null;
	if (!replied)
		return (
			<p class="reply-context">
				<em>Original message was deleted</em>
			</p>
		);
	const author = people.find(({ id }) => id === replied.authorId);
	return (
		<p class="reply-context">
			<Avatar person={author} size={16} />
			<span class="reply-author">{author?.name}</span>
			<button
				type="button"
				class="reply-excerpt"
				onClick={() => document.getElementById(`message-${replied.id}`)?.scrollIntoView({ block: 'center' })}
			>
				{plainText(replied) || 'Click to see the message'}
			</button>
		</p>
	);
}
