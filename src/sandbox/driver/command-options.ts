import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { type Resolver, resolveId } from '../interactions/resolved.ts';
import type { Command, CommandOption } from '../wire/command.ts';
import { type FileToSend, isFile } from './file-to-send.ts';

export type OptionValue = string | number | boolean | FileToSend;

/** The longest text that any string option takes. */
const longestText = 6000;

/** A sub-command found by its words: the options that it takes, and how to wrap the given ones for the wire. */
export interface Leaf {
	options: readonly CommandOption[];
	wrap(given: readonly WireOption[]): WireOption[];
}

export interface WireOption {
	name: string;
	type: number;
	value?: unknown;
	focused?: true;
	options?: WireOption[];
}

/** Follows the words behind a command's name to its sub-command; throws when a client could not offer it. */
export function findLeaf(command: Command, words: readonly string[]): Leaf {
	let options = command.options ?? [];
	const path: CommandOption[] = [];
	for (const word of words) {
		const next = options.find((option) => option.name === word && isBranch(option));
		if (!next) throw new Error(`/${command.name} has no sub-command "${words.join(' ')}"`);
		path.push(next);
		options = next.options ?? [];
	}
	if (options.some(isBranch)) throw new Error(`/${command.name} ${words.join(' ')} needs a sub-command`);
	return {
		options,
		wrap: (given) =>
			path.reduceRight<WireOption[]>((inner, { name, type }) => [{ name, type, options: inner }], [...given]),
	};
}

function isBranch(option: CommandOption): boolean {
	return option.type === Type.Subcommand || option.type === Type.SubcommandGroup;
}

/** Turns given values into wire options; throws for what a client would not let a member send. */
export function fillOptions(
	leaf: Leaf,
	given: Record<string, OptionValue>,
	resolver: Resolver,
	upload: (file: FileToSend) => string,
): WireOption[] {
	refuseUnknown(leaf, Object.keys(given));
	return leaf.options.flatMap((option) => {
		const value = given[option.name];
		if (value === undefined) {
			if (option.required) throw new Error(`Option "${option.name}" is required`);
			return [];
		}
		const wireValue = option.type === Type.Attachment && isFile(value) ? upload(value) : value;
		refuseValue(option, wireValue);
		if (typeof wireValue === 'string' && !resolveId(resolver, option.type, wireValue))
			throw new Error(`Option "${option.name}": there is no ${Type[option.type]} ${wireValue} here`);
		return [{ name: option.name, type: option.type, value: wireValue }];
	});
}

/** Options as they are while the member types into `focused`: nothing need be complete or right yet. */
export function fillWhileTyping(leaf: Leaf, given: Record<string, unknown>, focused: string): WireOption[] {
	refuseUnknown(leaf, [...Object.keys(given), focused]);
	return leaf.options.flatMap((option): WireOption[] => {
		const { name, type } = option;
		if (name !== focused) return given[name] === undefined ? [] : [{ name, type, value: given[name] }];
		if (!option.autocomplete) throw new Error(`Option "${focused}" has no autocomplete`);
		return [{ name, type, value: given[name] ?? '', focused: true }];
	});
}

function refuseUnknown(leaf: Leaf, names: readonly string[]): void {
	const unknown = names.find((name) => !leaf.options.some((option) => option.name === name));
	if (unknown !== undefined) throw new Error(`There is no option "${unknown}"`);
}

function refuseValue(option: CommandOption, value: unknown): void {
	const refuse = (why: string) => new Error(`Option "${option.name}": ${why}`);
	if (option.choices && !option.choices.some((choice) => choice.value === value))
		throw refuse(`${JSON.stringify(value)} is not one of its choices`);
	switch (option.type) {
		case Type.Boolean:
			if (typeof value !== 'boolean') throw refuse('expected true or false');
			return;
		case Type.Integer:
		case Type.Number:
			if (typeof value !== 'number' || (option.type === Type.Integer && !Number.isSafeInteger(value)))
				throw refuse(`expected ${option.type === Type.Integer ? 'a whole number' : 'a number'}`);
			if (value < (option.min_value ?? value)) throw refuse(`${value} is below ${option.min_value}`);
			if (value > (option.max_value ?? value)) throw refuse(`${value} is above ${option.max_value}`);
			return;
		default:
			if (typeof value !== 'string' || value === '') throw refuse('expected text that is not empty');
			if (value.length < (option.min_length ?? 0))
				throw refuse(`shorter than ${option.min_length} characters`);
			if (value.length > (option.max_length ?? longestText))
				throw refuse(`longer than ${option.max_length ?? longestText} characters`);
	}
}
