import {
	type APIApplicationCommandInteractionDataOption,
	type APIInteractionDataResolved,
	ApplicationCommandOptionType,
	type InteractionType,
} from 'discord-api-types/v10';

type Option =
	| APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>
	| APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>;

type Resolved = Partial<Pick<APIInteractionDataResolved, 'attachments' | 'channels' | 'roles'>>;

/**
 * What was typed into a command, as plain names and values; a sub-command's name stands under `subcommand`. An attached file,
 * a channel or a role is what Discord tells of it.
 */
export function readOptions(
	options: readonly Option[] = [],
	resolved: Resolved = {},
): Record<string, unknown> {
	const [first] = options;
	if (first?.type === ApplicationCommandOptionType.SubcommandGroup)
		return { group: first.name, ...readOptions(first.options, resolved) };
	if (first?.type === ApplicationCommandOptionType.Subcommand)
		return { subcommand: first.name, ...readOptions(first.options, resolved) };
	return Object.fromEntries(options.map((option) => [option.name, givenFor(option, resolved)]));
}

function givenFor(option: Option, { attachments, channels, roles }: Resolved): unknown {
	if (!('value' in option)) return undefined;
	switch (option.type) {
		case ApplicationCommandOptionType.Attachment:
			return attachments?.[option.value];
		case ApplicationCommandOptionType.Channel:
			return channels?.[option.value];
		case ApplicationCommandOptionType.Role:
			return roles?.[option.value];
		default:
			return option.value;
	}
}

/** The option that the member is typing into, for autocomplete. */
export function focusedOption(options: readonly Option[] = []): { name: string; typed: string } | undefined {
	for (const option of options) {
		if ('options' in option && option.options) {
			const nested = focusedOption(option.options);
			if (nested) return nested;
		} else if ('focused' in option && option.focused && 'value' in option) {
			return { name: option.name, typed: String(option.value) };
		}
	}
	return undefined;
}
