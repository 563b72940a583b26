import * as spec from 'discord-api-spec/zod';
import type { Localizations, Maybe } from './bodies.ts';
import type { FormIssue } from './form-error.ts';

type Path = readonly PropertyKey[];

const chatName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales: ReadonlySet<unknown> = spec.AvailableLocalesEnumSchema._zod.values ?? new Set();

/** Names of chat commands and of their options, in every language: one word in lower case. */
export function nameIssues(
	named: { name?: string; name_localizations?: Maybe<Localizations> },
	path: Path,
): FormIssue[] {
	const issues = named.name === undefined ? [] : invalidName(named.name, [...path, 'name']);
	for (const [locale, name] of Object.entries(named.name_localizations ?? {})) {
		issues.push(...invalidName(name, [...path, 'name_localizations', locale]));
	}
	return issues;
}

function invalidName(name: string, path: Path): FormIssue[] {
	if (chatName.test(name) && name === name.toLowerCase()) return [];
	return [{ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
}

/** Languages that Discord does not have. */
export function localeIssues(localizations: Maybe<Localizations>, path: Path): FormIssue[] {
	return Object.keys(localizations ?? {})
		.filter((locale) => !locales.has(locale))
		.map((locale) => ({
			path,
			code: 'ENUM_TYPE_COERCE',
			message: `Value "${locale}" is not a valid enum value.`,
		}));
}
