import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

export interface Suggestion {
	key: string;
	label: ComponentChildren;
	detail?: string | undefined;
}

interface SuggestionListProps {
	id: string;
	title: string;
	hint?: string | undefined;
	suggestions: readonly Suggestion[];
	active: number;
	onActive(index: number): void;
	onPick(index: number): void;
}

/** The list above the composer. The field below keeps the focus and names the active line. */
export function SuggestionList({
	id,
	title,
	hint,
	suggestions,
	active,
	onActive,
	onPick,
}: SuggestionListProps) {
	useEffect(() => {
		document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
	}, [id, active]);
	return (
		<div class="suggestions">
			<p class="suggestions-title">
				{title}
				{hint && <span class="suggestions-hint">{hint}</span>}
			</p>
			<div
				id={id}
				role="listbox"
				aria-label={title}
				class="suggestions-list"
				hidden={suggestions.length === 0}
			>
				{suggestions.map(({ key, label, detail }, index) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the field that shows the list takes the keys
					<div
						key={key}
						id={`${id}-${index}`}
						role="option"
						tabIndex={-1}
						class={index === active ? 'suggestion active' : 'suggestion'}
						aria-selected={index === active}
						onPointerMove={() => index !== active && onActive(index)}
						// The field must not lose the focus before the click is through.
						onPointerDown={(event) => event.preventDefault()}
						onClick={() => onPick(index)}
					>
						<span class="suggestion-label">{label}</span>
						{detail && <span class="suggestion-detail">{detail}</span>}
					</div>
				))}
			</div>
		</div>
	);
}
