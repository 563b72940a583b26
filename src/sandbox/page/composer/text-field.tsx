import { useEffect, useRef, useState } from 'preact/hooks';
import { filterLeaves, type Leaf, readTyped } from './leaves.ts';
import { SuggestionList } from './suggestion-list.tsx';

interface TextFieldProps {
	text: string;
	leaves: readonly Leaf[];
	botName: string;
	placeholder: string;
	onText(text: string): void;
	onSay(text: string): void;
	onCommand(leaf: Leaf, rest: string): void;
}

const listId = 'command-picker';

/** The field for plain messages; a slash at its beginning opens the command picker. */
export function TextField({ text, leaves, botName, placeholder, onText, onSay, onCommand }: TextFieldProps) {
	const [active, setActive] = useState(0);
	const [closed, setClosed] = useState(false);
	const field = useRef<HTMLTextAreaElement>(null);
	const picking = text.startsWith('/') && !closed;
	const found = picking ? filterLeaves(leaves, text) : [];
	const activeIndex = Math.min(active, found.length - 1);

	useEffect(() => {
		const element = field.current;
		if (!element) return;
		element.style.height = 'auto';
		element.style.height = `${element.scrollHeight}px`;
	}, [text]);

	function take(next: string): void {
		const typed = next.startsWith('/') ? readTyped(leaves, next) : undefined;
		if (typed) {
			onCommand(typed.leaf, typed.rest);
			return;
		}
		setActive(0);
		setClosed(false);
		onText(next);
	}

	function onKeyDown(event: KeyboardEvent): void {
		const { key } = event;
		if (event.isComposing) return;
		const chosen = found[activeIndex];
		if (key === 'ArrowDown' && found.length > 0) setActive((activeIndex + 1) % found.length);
		else if (key === 'ArrowUp' && found.length > 0) setActive((activeIndex || found.length) - 1);
		else if ((key === 'Enter' || key === 'Tab') && chosen && !event.shiftKey) onCommand(chosen, '');
		else if (key === 'Escape' && picking) setClosed(true);
		else if (key === 'Enter' && !event.shiftKey) {
			if (text.trim() !== '') onSay(text.trim());
		} else return;
		event.preventDefault();
	}

	return (
		<>
			{picking && (
				<SuggestionList
					id={listId}
					title={found.length > 0 ? botName : 'No command fits'}
					hint={found.length > 0 ? '↑ ↓ to move, Tab to choose, Esc to close' : undefined}
					suggestions={found.map((leaf) => ({
						key: leaf.name,
						label: <LeafLine leaf={leaf} />,
						detail: leaf.description,
					}))}
					active={activeIndex}
					onActive={setActive}
					onPick={(index) => {
						const leaf = found[index];
						if (leaf) onCommand(leaf, '');
					}}
				/>
			)}
			<textarea
				id="composer-field"
				ref={field}
				rows={1}
				maxLength={2000}
				placeholder={placeholder}
				aria-label={placeholder}
				aria-haspopup="listbox"
				aria-autocomplete="list"
				aria-controls={found.length > 0 ? listId : undefined}
				aria-activedescendant={found.length > 0 ? `${listId}-${activeIndex}` : undefined}
				value={text}
				onInput={({ currentTarget }) => take(currentTarget.value)}
				onKeyDown={onKeyDown}
			/>
		</>
	);
}

function LeafLine({ leaf: { name, options } }: { leaf: Leaf }) {
	return (
		<>
			<strong>/{name}</strong>
			{options.map((option) => (
				<span key={option.name} class={option.required ? 'leaf-option' : 'leaf-option optional'}>
					{option.name}
				</span>
			))}
		</>
	);
}
