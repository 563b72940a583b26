import type { Command } from '../wire/command.ts';

/** A command as Discord gives it back, with the defaults that it fills in. */
export function renderCommand(applicationId: string, command: Command, withLocalizations = true) {
	const { name_localizations, description_localizations, ...rest } = command;
	return {
		...rest,
		application_id: applicationId,
		default_member_permissions: command.default_member_permissions ?? null,
		dm_permission: command.dm_permission ?? true,
		contexts: command.contexts ?? null,
		integration_types: command.integration_types ?? [0],
		...(withLocalizations && {
			name_localizations: name_localizations ?? null,
			description_localizations: description_localizations ?? null,
		}),
	};
}
