import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CommandOption } from '../../wire/command.ts';
import type { DraftValue } from './draft-values.ts';
import { OptionType } from './leaves.ts';
import { readFile } from './read-file.ts';

interface OptionPillProps {
	option: CommandOption;
	draft: DraftValue | undefined;
	/** Said beside the field. */
	error: string | undefined;
	focused: boolean;
	/** Where the list of suggestions stands, and which line of it is active. */
	listId: string | undefined;
	activeId: string | undefined;
	onFocus(): void;
	onChange(draft: DraftValue): void;
	onKeyDown(event: KeyboardEvent): void;
}

/** One option of a command: its name and a field for its value. */
export function OptionPill(props: OptionPillProps) {
	const { option, draft, error, focused, listId, activeId, onFocus, onChange, onKeyDown } = props;
	const field = useRef<HTMLInputElement>(null);
	// Before anything else is typed.
	useLayoutEffect(() => {
		if (focused) field.current?.focus();
	}, [focused]);

	const fieldId = `option-${option.name}`;
	const common = {
		id: fieldId,
		ref: field,
		onFocus,
		onKeyDown,
		'aria-invalid': error !== undefined,
		'aria-required': option.required ?? false,
		'aria-describedby': error === undefined ? undefined : `error-${option.name}`,
	};
	return (
		<label for={fieldId} class={error === undefined ? 'pill' : 'pill invalid'}>
			<span class="pill-name">
				{option.name}
				{option.required && (
					<span class="required" aria-hidden="true">
						*
					</span>
				)}
			</span>
			{option.type === OptionType.Attachment ? (
				<input
					{...common}
					type="file"
					onChange={async ({ currentTarget: { files } }) => {
						const file = files?.[0];
						onChange(file ? { typed: file.name, picked: await readFile(file) } : { typed: '' });
					}}
				/>
			) : (
				<input
					{...common}
					type="text"
					role="combobox"
					autocomplete="off"
					spellcheck={false}
					value={draft?.typed ?? ''}
					size={Math.min(60, Math.max(6, (draft?.typed.length ?? 0) + 1))}
					maxLength={option.max_length ?? 6000}
					aria-expanded={listId !== undefined}
					aria-autocomplete="list"
					aria-controls={listId}
					aria-activedescendant={activeId}
					onInput={({ currentTarget }) => onChange({ typed: currentTarget.value })}
				/>
			)}
			{error !== undefined && (
				<span class="pill-error" id={`error-${option.name}`} role="alert">
					{error}
				</span>
			)}
		</label>
	);
}
