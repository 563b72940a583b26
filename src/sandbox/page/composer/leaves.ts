import type { Command, CommandOption } from '../../wire/command.ts';

/** Something that can be used by itself: a command without sub-commands, or a sub-command with the names above it. */
export interface Leaf {
	/** As in `nudges start`. */
	name: string;
	description: string;
	options: readonly CommandOption[];
}

const chatInput = 1;
export const OptionType = {
	Subcommand: 1,
	SubcommandGroup: 2,
	String: 3,
	Integer: 4,
	Boolean: 5,
	User: 6,
	Channel: 7,
	Role: 8,
	Mentionable: 9,
	Number: 10,
	Attachment: 11,
} as const;

export function leavesOf(commands: readonly Command[]): Leaf[] {
	return commands
		.filter(({ type }) => type === chatInput)
		.flatMap(({ name, description, options = [] }) => spread(name, description, options));
}

function spread(name: string, description: string, options: readonly CommandOption[]): Leaf[] {
	const branches = options.filter(
		({ type }) => type === OptionType.Subcommand || type === OptionType.SubcommandGroup,
	);
	if (branches.length === 0) return [{ name, description, options }];
	return branches.flatMap((branch) =>
		spread(`${name} ${branch.name}`, branch.description, branch.options ?? []),
	);
}

/** What the picker lists for a text that begins with a slash: names that begin so, then those that hold it somewhere. */
export function filterLeaves(leaves: readonly Leaf[], typed: string): Leaf[] {
	const wanted = typed.slice(1).toLowerCase();
	const begins = leaves.filter(({ name }) => name.startsWith(wanted));
	const holds = leaves.filter((leaf) => !begins.includes(leaf) && leaf.name.includes(wanted.trim()));
	return [...begins, ...holds];
}

/** The command that a typed text names in full, with the words behind it; nothing while it could still become another. */
export function readTyped(leaves: readonly Leaf[], typed: string): { leaf: Leaf; rest: string } | undefined {
	const words = typed.slice(1);
	if (leaves.some(({ name }) => name.startsWith(words))) return undefined;
	const named = leaves.filter(({ name }) => words.startsWith(`${name} `));
	const leaf = named.toSorted((a, b) => b.name.length - a.name.length)[0];
	return leaf && { leaf, rest: words.slice(leaf.name.length + 1) };
}
