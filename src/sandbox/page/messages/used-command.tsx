import { CommandMention } from '../markdown/mentions.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { useFacts } from '../state/page.ts';

/** "Anna used /ask", above the answer. The command can be used again by a click. */
export function UsedCommand({ name, userId }: { name: string; userId: string }) {
	const person = useFacts().people.find(({ id }) => id === userId);
	return (
		<p class="reply-context">
			<Avatar person={person} size={16} />
			<span class="reply-author">{person?.name ?? 'Someone'}</span> used <CommandMention name={name} />
		</p>
	);
}
