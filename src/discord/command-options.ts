import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10';

export function subcommand(
	name: string,
	description: string,
	options: APIApplicationCommandBasicOption[] = [],
) {
	return { type: ApplicationCommandOptionType.Subcommand as const, name, description, options };
}

export function booleanOption(name: string, description: string, required = false) {
	return { type: ApplicationCommandOptionType.Boolean as const, name, description, required };
}

/** A short text. `suggests` where the command has words to offer while it is typed. */
export function stringOption(name: string, description: string, { required = false, suggests = false } = {}) {
	return {
		type: ApplicationCommandOptionType.String as const,
		name,
		description,
		required,
		autocomplete: suggests,
		max_length: 100,
	};
}
