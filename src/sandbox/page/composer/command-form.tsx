import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OptionValue } from '../../page-server/protocol/from-page.ts';
import type { CommandOption } from '../../wire/command.ts';
import { type Drafts, isFromList, readDraft, readSoFar } from './draft-values.ts';
import type { Leaf } from './leaves.ts';
import { OptionPill } from './option-pill.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useOptionChoices } from './use-option-choices.ts';

interface CommandFormProps {
	leaf: Leaf;
	/** Words typed behind the command's name: they go to the first option. */
	rest: string;
	onSend(options: Record<string, OptionValue>): void;
	/** Leaves the command; with the text to go on from. */
	onLeave(text: string): void;
}

const listId = 'option-choices';

/** A command being filled in: its name, and a pill for each option. */
export function CommandForm({ leaf, rest, onSend, onLeave }: CommandFormProps) {
	const firstOption = leaf.options.find(({ required }) => required) ?? leaf.options[0];
	const [drafts, setDrafts] = useState<Drafts>(() =>
		firstOption && rest !== '' ? { [firstOption.name]: { typed: rest } } : {},
	);
	const [added, setAdded] = useState<readonly string[]>(firstOption && rest !== '' ? [firstOption.name] : []);
	const [focusedName, setFocusedName] = useState(
		firstOption?.required || rest !== '' ? firstOption?.name : undefined,
	);
	const [active, setActive] = useState(-1);
	const [listClosed, setListClosed] = useState(false);
	const [tried, setTried] = useState(false);
	const sendButton = useRef<HTMLButtonElement>(null);
	const shown = leaf.options.filter(({ name, required }) => required || added.includes(name));
	const others = leaf.options.filter((option) => !shown.includes(option));
	const focused = shown.find(({ name }) => name === focusedName);
	const { choices, state } = useOptionChoices(leaf, focused, drafts);
	const picked = focused !== undefined && drafts[focused.name]?.picked !== undefined;
	const hinted = listClosed || picked ? undefined : focused;
	const listed = hinted === undefined ? [] : choices;

	// A command that needs nothing has no field to type in: its button takes the focus.
	useLayoutEffect(() => {
		if (focusedName === undefined) sendButton.current?.focus();
	}, []);
	// In a list that has to be picked from, the first line is what Enter takes.
	useEffect(() => setActive(focused && isFromList(focused) ? 0 : -1), [focusedName, choices]);

	function errorOf(option: CommandOption): string | undefined {
		const read = readDraft(option, drafts[option.name]);
		return tried && typeof read === 'object' && 'error' in read ? read.error : undefined;
	}

	function send(): void {
		setTried(true);
		const wrong = shown.find((option) => {
			const read = readDraft(option, drafts[option.name]);
			return typeof read === 'object' && 'error' in read;
		});
		if (wrong) setFocusedName(wrong.name);
		else onSend(readSoFar(shown, drafts));
	}

	function pick(index: number): void {
		const choice = listed[index];
		if (!choice || !focused) return;
		setDrafts({ ...drafts, [focused.name]: { typed: choice.label, picked: choice.value } });
		setActive(-1);
	}

	function removePill(option: CommandOption): void {
		const before = shown[shown.indexOf(option) - 1];
		if (option.required || !before) {
			onLeave(`/${leaf.name}`);
			return;
		}
		setAdded(added.filter((name) => name !== option.name));
		setDrafts(Object.fromEntries(Object.entries(drafts).filter(([name]) => name !== option.name)));
		setFocusedName(before.name);
	}

	function onKeyDown(event: KeyboardEvent, option?: CommandOption): void {
		const { key } = event;
		const empty = option && (drafts[option.name]?.typed ?? '') === '';
		if (event.isComposing) return;
		if (key === 'ArrowDown' && listed.length > 0) setActive((active + 1) % listed.length);
		else if (key === 'ArrowUp' && listed.length > 0) setActive((Math.max(active, 0) || listed.length) - 1);
		else if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && listed[active]) {
			pick(active);
			if (key === 'Tab') return;
		} else if (key === 'Enter') send();
		else if (key === 'Escape' && listed.length > 0) setListClosed(true);
		else if (key === 'Escape') onLeave('');
		else if (key === 'Backspace' && empty) removePill(option);
		else return;
		event.preventDefault();
		event.stopPropagation();
	}

	function onSendKey({ key }: KeyboardEvent): void {
		if (key === 'Escape') onLeave('');
		if (key === 'Backspace') onLeave(`/${leaf.name}`);
	}

	const status = { ready: undefined, loading: 'Loading options…', failed: 'Loading options failed.' }[state];
	const activeId = listed[active] ? `${listId}-${active}` : undefined;
	return (
		<fieldset class="composer-command" aria-label={`Command /${leaf.name}`}>
			{hinted && (
				<SuggestionList
					id={listId}
					title={hinted.description}
					hint={status}
					suggestions={listed.map(({ label, value, detail }) => ({ key: String(value), label, detail }))}
					active={active}
					onActive={setActive}
					onPick={pick}
				/>
			)}
			<span class="command-name">/{leaf.name}</span>
			{shown.map((option) => (
				<OptionPill
					key={option.name}
					option={option}
					draft={drafts[option.name]}
					error={errorOf(option)}
					focused={option.name === focusedName}
					listId={option === focused && listed.length > 0 ? listId : undefined}
					activeId={option === focused ? activeId : undefined}
					onFocus={() => {
						setFocusedName(option.name);
						setListClosed(false);
					}}
					onChange={(draft) => {
						setDrafts({ ...drafts, [option.name]: draft });
						setListClosed(false);
					}}
					onKeyDown={(event) => onKeyDown(event, option)}
				/>
			))}
			{others.map(({ name, description }) => (
				<button
					key={name}
					type="button"
					class="add-option"
					title={description}
					aria-label={`Add the option ${name}`}
					onFocus={() => setListClosed(true)}
					onClick={() => {
						setAdded([...added, name]);
						setFocusedName(name);
					}}
				>
					+ {name}
				</button>
			))}
			<button
				ref={sendButton}
				type="button"
				class="button primary send"
				onClick={send}
				onFocus={() => setListClosed(true)}
				onKeyDown={onSendKey}
			>
				Send
			</button>
		</fieldset>
	);
}
