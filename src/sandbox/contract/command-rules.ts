import type { CommandBody } from './bodies.ts';
import { commandSizeIssues } from './command-size.ts';
import { type ApiError, complaints, type FormIssue } from './form-error.ts';
import { localeIssues, nameIssues } from './name-rules.ts';
import { optionListIssues } from './option-rules.ts';

type Path = readonly PropertyKey[];

const chatInput = 1;
const commandLimits = new Map([
	[1, 100],
	[2, 15],
	[3, 15],
]);
/** Rules for a command that is created or replaced. */
export function commandIssues(command: CommandBody, path: Path = []): FormIssue[] {
	const isChat = (command.type ?? chatInput) === chatInput;
	return [
		...localizedIssues(command, path),
		...(isChat ? chatIssues(command, path) : menuIssues(command, path)),
	];
}

/** Rules for a change to a command, which does not tell the command's type. */
export function commandPatchIssues(command: CommandBody): FormIssue[] {
	return [...localizedIssues(command, []), ...optionListIssues(command.options ?? [], ['options'])];
}

/** Names must differ within a type: a chat command and a user menu may share one. */
export function duplicateCommandIssues(commands: readonly CommandBody[]): FormIssue[] {
	const seen = new Set<string>();
	return commands.flatMap(({ type, name }, index) => {
		const key = `${type ?? chatInput} ${name}`;
		if (!seen.has(key)) {
			seen.add(key);
			return [];
		}
		const message = 'Application command names must be unique';
		return [{ path: [index], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }];
	});
}

/** An application has at most 100 chat commands and 15 menus of each kind, counted per scope. */
export function commandCountError(commands: readonly CommandBody[]): ApiError | undefined {
	for (const [type, limit] of commandLimits) {
		if (commands.filter((command) => (command.type ?? chatInput) === type).length <= limit) continue;
		return { status: 400, code: 30032, message: `Maximum number of application commands reached (${limit})` };
	}
	return undefined;
}

function localizedIssues(command: CommandBody, path: Path): FormIssue[] {
	return [
		...localeIssues(command.name_localizations, [...path, 'name_localizations']),
		...localeIssues(command.description_localizations, [...path, 'description_localizations']),
		...commandSizeIssues(command, path),
	];
}

function chatIssues(command: CommandBody, path: Path): FormIssue[] {
	return [
		...nameIssues(command, path),
		...(command.description ? [] : [complaints.required([...path, 'description'])]),
		...optionListIssues(command.options ?? [], [...path, 'options']),
	];
}

function menuIssues(command: CommandBody, path: Path): FormIssue[] {
	const issues: FormIssue[] = [];
	if (command.description) {
		const message = 'Context menu commands cannot have description';
		issues.push({ path: [...path, 'description'], code: 'APPLICATION_COMMAND_DESCRIPTION_INVALID', message });
	}
	if (command.options?.length) {
		const message = 'Context menu commands cannot have options';
		issues.push({ path: [...path, 'options'], code: 'APPLICATION_COMMAND_OPTIONS_INVALID', message });
	}
	return issues;
}
