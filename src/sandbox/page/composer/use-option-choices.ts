import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice } from '../../page-server/protocol/to-page.ts';
import type { CommandOption } from '../../wire/command.ts';
import { channelsIn, peopleIn, rolesIn, type SelectChoice } from '../components/select-choices.ts';
import { useFacts, usePage } from '../state/page.ts';
import type { Facts } from '../state/page-state.ts';
import { type Drafts, isFromList, readSoFar } from './draft-values.ts';
import { type Leaf, OptionType } from './leaves.ts';

export interface OptionChoice {
	label: string;
	value: string | number | boolean;
	detail?: string | undefined;
}

export interface OptionChoices {
	choices: readonly OptionChoice[];
	state: 'ready' | 'loading' | 'failed';
}

/** Typing faster than this asks the bot only once. */
const pauseMs = 120;

/** What can be picked for the option that has the focus: its own choices, things of the server, or what the bot suggests. */
export function useOptionChoices(
	leaf: Leaf,
	option: CommandOption | undefined,
	drafts: Drafts,
): OptionChoices {
	const { state } = usePage();
	const facts = useFacts();
	const suggested = useSuggested(leaf, option, drafts);
	if (!option) return { choices: [], state: 'ready' };
	if (!isFromList(option)) return suggested;
	const typed = drafts[option.name]?.picked === undefined ? (drafts[option.name]?.typed ?? '') : '';
	const all = fixedChoices(option, facts, state.channelId.value);
	const wanted = typed.toLowerCase().replace(/^[@#]/, '');
	return { choices: all.filter(({ label }) => label.toLowerCase().includes(wanted)), state: 'ready' };
}

function fixedChoices(option: CommandOption, facts: Facts, channelId: string): OptionChoice[] {
	const named = (choices: readonly SelectChoice[]) =>
		choices.map(({ label, value, description }) => ({ label, value, detail: description }));
	switch (option.type) {
		case OptionType.Boolean:
			return [
				{ label: 'True', value: true },
				{ label: 'False', value: false },
			];
		case OptionType.User:
			return named(peopleIn(facts, channelId));
		case OptionType.Channel:
			return named(channelsIn(facts, channelId));
		case OptionType.Role:
			return named(rolesIn(facts, channelId));
		case OptionType.Mentionable:
			return named([...peopleIn(facts, channelId), ...rolesIn(facts, channelId)]);
		default:
			return (option.choices ?? []).map(({ name, value }) => ({ label: name, value }));
	}
}

function useSuggested(leaf: Leaf, option: CommandOption | undefined, drafts: Drafts): OptionChoices {
	const { deeds } = usePage();
	const [result, setResult] = useState<OptionChoices>({ choices: [], state: 'ready' });
	const asked = useRef(0);
	const name = option?.autocomplete ? option.name : undefined;
	const draft = name === undefined ? undefined : drafts[name];
	const typed = draft?.picked === undefined ? (draft?.typed ?? '') : undefined;

	useEffect(() => {
		asked.current += 1;
		const mine = asked.current;
		// A value that was picked from the list needs no more suggestions.
		if (name === undefined || typed === undefined) return setResult({ choices: [], state: 'ready' });
		setResult((before) => ({ ...before, state: 'loading' }));
		const timer = setTimeout(async () => {
			const given = { ...readSoFar(leaf.options, drafts), [name]: typed };
			const choices = await deeds.suggest(leaf.name, given, name);
			if (asked.current !== mine) return;
			setResult(
				choices ? { choices: choices.map(asChoice), state: 'ready' } : { choices: [], state: 'failed' },
			);
		}, pauseMs);
		return () => clearTimeout(timer);
	}, [leaf.name, name, typed]);
	return result;
}

function asChoice({ name, value }: Choice): OptionChoice {
	return { label: name, value };
}
