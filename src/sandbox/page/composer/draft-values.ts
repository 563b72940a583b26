import type { OptionValue } from '../../page-server/protocol/from-page.ts';
import type { CommandOption } from '../../wire/command.ts';
import { OptionType } from './leaves.ts';

/** What stands in an option's field: what was typed, and the value when it was picked from a list. */
export interface DraftValue {
	typed: string;
	picked?: OptionValue | undefined;
}

export type Drafts = Readonly<Record<string, DraftValue>>;

/** The value to send, or why there is none, in Discord's words where it has some. */
export type ReadValue = { value: OptionValue } | { error: string } | 'empty';

const fromListOnly: readonly number[] = [
	OptionType.Boolean,
	OptionType.User,
	OptionType.Channel,
	OptionType.Role,
	OptionType.Mentionable,
];

/** Whether the value has to be one of a list. */
export function isFromList(option: CommandOption): boolean {
	return option.choices !== undefined || fromListOnly.includes(option.type);
}

export function readDraft(option: CommandOption, draft: DraftValue | undefined): ReadValue {
	const { typed = '', picked } = draft ?? {};
	if (picked !== undefined) return { value: picked };
	if (typed.trim() === '')
		return option.required ? { error: 'This option is required. Specify a value.' } : 'empty';
	if (isFromList(option)) return { error: 'Choose one from the list.' };
	if (option.type === OptionType.Integer || option.type === OptionType.Number)
		return readNumber(option, typed);
	const { min_length: least = 0, max_length: most = 6000 } = option;
	if (typed.length < least) return { error: `Must be at least ${least} characters.` };
	if (typed.length > most) return { error: `Must be ${most} or fewer characters.` };
	return { value: typed };
}

function readNumber(option: CommandOption, typed: string): ReadValue {
	const value = Number(typed.trim());
	const whole = option.type === OptionType.Integer;
	if (!Number.isFinite(value) || (whole && !Number.isSafeInteger(value)))
		return { error: whole ? 'Enter a whole number.' : 'Enter a number.' };
	if (value < (option.min_value ?? value)) return { error: `Must be ${option.min_value} or more.` };
	if (value > (option.max_value ?? value)) return { error: `Must be ${option.max_value} or less.` };
	return { value };
}

/** What the bot is told of the other options while one is typed into: only what is right already. */
export function readSoFar(options: readonly CommandOption[], drafts: Drafts): Record<string, OptionValue> {
	return Object.fromEntries(
		options.flatMap((option) => {
			const read = readDraft(option, drafts[option.name]);
			return typeof read === 'object' && 'value' in read ? [[option.name, read.value]] : [];
		}),
	);
}
