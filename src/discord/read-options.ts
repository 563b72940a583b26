import {
	type APIApplicationCommandInteractionDataOption,
	type APIAttachment,
	ApplicationCommandOptionType,
	type InteractionType,
} from 'discord-api-types/v10';

type Option =
	| APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>
	| APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>;

/**
 * What was typed into a command, as plain names and values; a sub-command's name stands under `subcommand`. An attached file
 * is what Discord tells of it.
 */
export function readOptions(
	options: readonly Option[] = [],
	attachments: Readonly<Record<string, APIAttachment>> = {},
): Record<string, unknown> {
	const [first] = options;
	if (first?.type === ApplicationCommandOptionType.SubcommandGroup)
		return { group: first.name, ...readOptions(first.options, attachments) };
	if (first?.type === ApplicationCommandOptionType.Subcommand)
		return { subcommand: first.name, ...readOptions(first.options, attachments) };
	return Object.fromEntries(options.map((option) => [option.name, givenFor(option, attachments)]));
}

function givenFor(option: Option, attachments: Readonly<Record<string, APIAttachment>>): unknown {
	if (option.type === ApplicationCommandOptionType.Attachment && 'value' in option)
		return attachments[String(option.value)];
	return 'value' in option ? option.value : undefined;
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
