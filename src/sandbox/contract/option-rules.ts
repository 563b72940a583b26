import type { Maybe, OptionBody } from './bodies.ts';
import type { FormIssue } from './form-error.ts';
import { localeIssues, nameIssues } from './name-rules.ts';

type Path = readonly PropertyKey[];

const subcommand = 1;
const subcommandGroup = 2;

/** Rules for the options of a command or sub-command, nested ones included. */
export function optionListIssues(options: readonly OptionBody[], path: Path): FormIssue[] {
	const nested = options.map(isNested);
	const mixed = nested.includes(true) && nested.includes(false);
	const names = new Set<string>();
	let optionalSeen = false;
	return options.flatMap((option, index) => {
		const at = [...path, index];
		const issues = optionIssues(option, at);
		if (mixed && !nested[index]) {
			const message =
				'Sub-command and sub-command group option types are mutually exclusive to all other types';
			issues.push({ path: at, code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
		}
		if (names.has(option.name)) {
			const message = 'Option name already exists';
			issues.push({ path: at, code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', message });
		}
		names.add(option.name);
		if (option.required && optionalSeen) {
			const message = 'Required options must be placed before non-required options';
			issues.push({ path: at, code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message });
		}
		optionalSeen ||= !option.required;
		return issues;
	});
}

function optionIssues(option: OptionBody, path: Path): FormIssue[] {
	return [
		...nameIssues(option, path),
		...localeIssues(option.name_localizations, [...path, 'name_localizations']),
		...localeIssues(option.description_localizations, [...path, 'description_localizations']),
		...choiceIssues(option, path),
		...boundIssues(option.min_value, option.max_value, [...path, 'max_value']),
		...boundIssues(option.min_length, option.max_length, [...path, 'max_length']),
		...optionListIssues(option.options ?? [], [...path, 'options']),
	];
}

function choiceIssues({ choices, autocomplete }: OptionBody, path: Path): FormIssue[] {
	const issues: FormIssue[] = [];
	if (choices?.length && autocomplete) {
		const message = 'Autocomplete cannot be set when choices are present';
		issues.push({ path, code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', message });
	}
	const names = new Set<string>();
	for (const [index, choice] of (choices ?? []).entries()) {
		const at = [...path, 'choices', index];
		issues.push(...localeIssues(choice.name_localizations, [...at, 'name_localizations']));
		if (names.has(choice.name)) {
			const message = 'Option choice name already exists';
			issues.push({ path: at, code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', message });
		}
		names.add(choice.name);
	}
	return issues;
}

function boundIssues(minimum: Maybe<number>, maximum: Maybe<number>, path: Path): FormIssue[] {
	if (typeof minimum !== 'number' || typeof maximum !== 'number' || minimum <= maximum) return [];
	const message = `int value should be greater than or equal to ${minimum}.`;
	return [{ path, code: 'NUMBER_TYPE_MIN', message }];
}

function isNested({ type }: OptionBody): boolean {
	return type === subcommand || type === subcommandGroup;
}
