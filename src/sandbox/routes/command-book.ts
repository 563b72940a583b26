import type { RateLimits, Windows } from '../rate-limits.ts';
import { refuse, refuseField, refuseNewCommands } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { type Command, type CommandBody, commandBody } from '../wire/command.ts';
import { withoutNulls } from '../wire/without-nulls.ts';

/** The most commands of a scope by type: chat input, user menu, message menu. */
const mostByType: Record<number, number> = { 1: 100, 2: 15, 3: 15 };

export interface CommandBookParts {
	store: Store;
	nextId: () => string;
	limits: RateLimits;
	windows: Windows;
}

/** The registered commands of one scope: all servers, or the guild named. */
export interface CommandBook {
	list(): Command[];
	get(id: string): Command;
	/** Replaces the list; a command with the same type and name keeps its id. */
	replace(bodies: unknown): Command[];
	/** Adds a command or overwrites the one of its type and name. */
	upsert(body: unknown): { command: Command; isNew: boolean };
	change(id: string, body: unknown): Command;
	remove(id: string): void;
}

export function createCommandBook(parts: CommandBookParts, guildId: string | undefined): CommandBook {
	const { store, nextId, limits, windows } = parts;

	const list = () => [...store.commands.values()].filter((command) => command.guild_id === guildId);
	const namesake = (body: CommandBody) =>
		list().find((command) => command.type === body.type && command.name === body.name);
	const build = (body: CommandBody, id: string): Command => ({
		...body,
		id,
		version: nextId(),
		...(guildId !== undefined && { guild_id: guildId }),
	});

	function get(id: string): Command {
		const command = store.commands.get(id);
		if (!command || command.guild_id !== guildId) throw refuse('unknownCommand');
		return command;
	}

	function countCreates(amount: number): void {
		if (amount === 0) return;
		const taken = windows.take(`command creates ${guildId ?? 'global'}`, limits.commandCreates, amount);
		if (!taken.allowed) throw refuseNewCommands(taken.resetAfterMs);
	}

	return {
		list,
		get,
		replace(bodies) {
			const wanted = commandBody.array().parse(withoutNulls(bodies));
			countCreates(wanted.filter((body) => !namesake(body)).length);
			const built = wanted.map((body) => build(body, namesake(body)?.id ?? nextId()));
			for (const command of list()) store.commands.delete(command.id);
			for (const command of built) store.commands.set(command.id, command);
			return built;
		},
		upsert(json) {
			const body = commandBody.parse(withoutNulls(json));
			const before = namesake(body);
			const ofType = list().filter((command) => command.type === body.type).length;
			if (!before && ofType >= (mostByType[body.type] ?? 0)) throw refuse('tooManyCommands');
			if (!before) countCreates(1);
			const command = build(body, before?.id ?? nextId());
			store.commands.set(command.id, command);
			return { command, isNew: !before };
		},
		change(id, json) {
			const before = get(id);
			const body = commandBody.parse(
				withoutNulls({ ...before, ...commandBody.partial().loose().parse(json) }),
			);
			const taken = namesake(body);
			if (taken && taken.id !== id)
				throw refuseField(
					'name',
					'APPLICATION_COMMANDS_DUPLICATE_NAME',
					'Application command names must be unique',
				);
			const command = build(body, id);
			store.commands.set(id, command);
			return command;
		},
		remove(id) {
			store.commands.delete(get(id).id);
		},
	};
}
