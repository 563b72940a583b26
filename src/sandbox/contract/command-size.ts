import type { ChoiceBody, CommandBody, Localizations, Maybe, OptionBody } from './bodies.ts';
import type { FormIssue } from './form-error.ts';

/** At most 8,000 characters of names, descriptions and values in a command with all it contains. */
export function commandSizeIssues(command: CommandBody, path: FormIssue['path']): FormIssue[] {
	if (textSize(command) <= 8000) return [];
	return [{ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message: 'Command exceeds maximum size (8000)' }];
}

/** Each text counts by its longest localization. */
function textSize(part: CommandBody | OptionBody): number {
	const options: readonly OptionBody[] = part.options ?? [];
	const choices: readonly ChoiceBody[] = ('choices' in part && part.choices) || [];
	return (
		longest(part.name, part.name_localizations) +
		longest(part.description, part.description_localizations) +
		sum(options.map(textSize)) +
		sum(
			choices.map((choice) => longest(choice.name, choice.name_localizations) + String(choice.value).length),
		)
	);
}

function longest(text: Maybe<string>, localizations: Maybe<Localizations>): number {
	return Math.max(...[text ?? '', ...Object.values(localizations ?? {})].map(({ length }) => length));
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
