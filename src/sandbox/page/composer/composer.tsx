import { useEffect, useState } from 'preact/hooks';
import { useFacts, usePage } from '../state/page.ts';
import { CommandForm } from './command-form.tsx';
import { type Leaf, leavesOf } from './leaves.ts';
import { TextField } from './text-field.tsx';

/** Where one writes: messages, or commands after a slash. */
export function Composer({ channelName }: { channelName: string }) {
	const { state, deeds } = usePage();
	const { people, botId } = useFacts();
	const [text, setText] = useState('');
	const [begun, setBegun] = useState<{ leaf: Leaf; rest: string; count: number } | undefined>();
	const leaves = leavesOf(state.commands.value);
	const channelId = state.channelId.value;

	function leave(nextText: string): void {
		setBegun(undefined);
		setText(nextText);
		focusComposer();
	}

	function begin(leaf: Leaf, rest: string): void {
		setText('');
		setBegun((before) => ({ leaf, rest, count: (before?.count ?? 0) + 1 }));
	}

	useEffect(() => {
		const request = state.composerRequest.value;
		if (!request) return;
		state.composerRequest.value = undefined;
		const leaf = leaves.find(({ name }) => name === request.commandName);
		if (leaf) begin(leaf, '');
		else if (leaves.some(({ name }) => name.startsWith(`${request.commandName} `)))
			leave(`/${request.commandName} `);
		else state.notice.value = `You cannot use /${request.commandName} here`;
	}, [state.composerRequest.value]);

	// Letters typed with nothing in focus belong here, as in Discord.
	useEffect(() => {
		const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
			const idle = document.activeElement === document.body && !document.querySelector('dialog[open]');
			if (idle && key.length === 1 && !ctrlKey && !metaKey && !altKey)
				document.getElementById('composer-field')?.focus();
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);

	// A command that the person may not use in the next place is not kept for it.
	useEffect(() => setBegun(undefined), [channelId, useFacts().meId]);

	const typingUntil = state.typing.value.get(channelId) ?? 0;
	const botName = people.find(({ id }) => id === botId)?.name ?? 'The bot';
	return (
		<div class="composer-area">
			<div class="composer" id="composer" tabIndex={-1} data-tour="composer">
				{begun ? (
					<CommandForm
						key={`${begun.leaf.name} ${begun.count}`}
						leaf={begun.leaf}
						rest={begun.rest}
						onLeave={leave}
						onSend={(options) => {
							leave('');
							void deeds.useCommand(begun.leaf.name, options);
						}}
					/>
				) : (
					<TextField
						text={text}
						leaves={leaves}
						botName={botName}
						placeholder={`Message ${channelName}`}
						onText={setText}
						onCommand={begin}
						onSay={(words) => {
							setText('');
							void deeds.say(words);
						}}
					/>
				)}
			</div>
			<p class="typing" role="status">
				{typingUntil > state.tick.value ? `${botName} is typing…` : ''}
			</p>
		</div>
	);
}

function focusComposer(): void {
	requestAnimationFrame(() => document.getElementById('composer-field')?.focus());
}
