import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SelectChoice } from './select-choices.ts';

interface SelectMenuProps {
	label: string;
	placeholder: string;
	choices: readonly SelectChoice[];
	picked: readonly string[];
	least: number;
	most: number;
	disabled?: boolean;
	busy?: boolean;
	invalid?: boolean;
	/** Called with every pick of a single choice, and with several when the list closes. */
	onPicked(values: string[]): void;
}

/** A closed field that opens a list. Letters typed while it is open narrow the list. */
export function SelectMenu(props: SelectMenuProps) {
	const {
		label,
		placeholder,
		choices,
		picked,
		least,
		most,
		disabled = false,
		busy = false,
		invalid = false,
	} = props;
	const [open, setOpen] = useState(false);
	const [draft, setDraft] = useState<readonly string[]>(picked);
	const [typed, setTyped] = useState('');
	const [active, setActive] = useState(0);
	const root = useRef<HTMLDivElement>(null);
	const id = useId();
	const severalAllowed = most > 1;
	const offered = choices.filter((choice) => choice.label.toLowerCase().includes(typed.toLowerCase()));
	const activeIndex = Math.min(active, offered.length - 1);

	useEffect(() => setDraft(picked), [picked.join('\n')]);

	function show(): void {
		if (disabled || busy) return;
		setTyped('');
		setActive(
			Math.max(
				0,
				choices.findIndex(({ value }) => draft.includes(value)),
			),
		);
		setOpen(true);
	}

	function close(): void {
		setOpen(false);
		if (!severalAllowed) return;
		const changed = draft.length !== picked.length || draft.some((value) => !picked.includes(value));
		if (!changed) return;
		// Fewer than asked for is as if nothing had been picked.
		if (draft.length >= least) props.onPicked([...draft]);
		else setDraft(picked);
	}

	function pick(choice: SelectChoice | undefined): void {
		if (!choice) return;
		const has = draft.includes(choice.value);
		if (severalAllowed) {
			if (has) setDraft(draft.filter((value) => value !== choice.value));
			else if (draft.length < most) setDraft([...draft, choice.value]);
			return;
		}
		const next = has && least === 0 ? [] : [choice.value];
		setDraft(next);
		setOpen(false);
		props.onPicked(next);
	}

	useEffect(() => {
		if (!open) return undefined;
		const onOutside = ({ target }: Event) => {
			if (target instanceof Node && !root.current?.contains(target)) close();
		};
		document.addEventListener('pointerdown', onOutside);
		return () => document.removeEventListener('pointerdown', onOutside);
	});

	// In the last message of a conversation the list reaches below what is in sight.
	useEffect(() => {
		if (open) document.getElementById(`${id}-list`)?.scrollIntoView({ block: 'nearest' });
	}, [open]);
	useEffect(() => {
		if (open) document.getElementById(`${id}-${activeIndex}`)?.scrollIntoView({ block: 'nearest' });
	}, [open, activeIndex]);

	function onKeyDown(event: KeyboardEvent): void {
		const { key } = event;
		if (!open) {
			if (!['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) return;
			event.preventDefault();
			show();
			return;
		}
		const last = offered.length - 1;
		if (key === 'ArrowDown') setActive(Math.min(activeIndex + 1, last));
		else if (key === 'ArrowUp') setActive(Math.max(activeIndex - 1, 0));
		else if (key === 'Home') setActive(0);
		else if (key === 'End') setActive(last);
		else if (key === 'Enter' || (key === ' ' && typed === '')) pick(offered[activeIndex]);
		else if (key === 'Backspace') setTyped(typed.slice(0, -1));
		else if (key === 'Escape' || key === 'Tab') close();
		else if (key.length === 1 && !event.ctrlKey && !event.metaKey) {
			setTyped(typed + key);
			setActive(0);
		} else return;
		if (key === 'Tab') return;
		event.preventDefault();
		event.stopPropagation();
	}

	const shown = choices.filter(({ value }) => draft.includes(value));
	return (
		<div class="select" ref={root}>
			<button
				type="button"
				role="combobox"
				class={invalid ? 'select-field invalid' : 'select-field'}
				aria-haspopup="listbox"
				aria-expanded={open}
				aria-controls={`${id}-list`}
				aria-label={label}
				aria-busy={busy}
				aria-invalid={invalid}
				disabled={disabled}
				{...(open && activeIndex >= 0 && { 'aria-activedescendant': `${id}-${activeIndex}` })}
				onClick={() => (open ? close() : show())}
				onKeyDown={onKeyDown}
			>
				<span class={shown.length > 0 ? 'select-shown' : 'select-shown placeholder'}>
					{typed !== '' && open ? typed : shown.map((choice) => choice.label).join(', ') || placeholder}
				</span>
				<span class="chevron" aria-hidden="true" />
			</button>
			<div
				id={`${id}-list`}
				class="select-list"
				role="listbox"
				aria-label={label}
				aria-multiselectable={severalAllowed}
				hidden={!open}
			>
				{offered.map((choice, index) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the field that shows the list takes the keys
					<div
						key={choice.value}
						id={`${id}-${index}`}
						role="option"
						tabIndex={-1}
						class={index === activeIndex ? 'select-option active' : 'select-option'}
						aria-selected={draft.includes(choice.value)}
						onPointerEnter={() => setActive(index)}
						onClick={() => pick(choice)}
					>
						<span>
							{choice.label}
							{choice.description && <span class="small-print">{choice.description}</span>}
						</span>
						{draft.includes(choice.value) && <span class="tick" aria-hidden="true" />}
					</div>
				))}
				{offered.length === 0 && <div class="select-none">Nothing like “{typed}”</div>}
			</div>
		</div>
	);
}
