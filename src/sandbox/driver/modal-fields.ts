import { ComponentType } from 'discord-api-types/v10';
import type { ModalField, ShownModal } from '../interactions/interaction.ts';
import type { Resolver } from '../interactions/resolved.ts';
import type { Channel } from '../store/state.ts';
import type { Component } from '../wire/component.ts';
import { checkPicked } from './components.ts';
import { type FileToSend, isFile } from './file-to-send.ts';

export type FieldValue = string | readonly string[] | boolean | readonly FileToSend[];

export interface FieldParts {
	resolver: Resolver;
	channels: ReadonlyMap<string, Channel>;
	upload(file: FileToSend): string;
}

/**
 * The `components` of a modal submit. Fields are named by custom id or label; those not named are sent as they were shown.
 * Throws for what Discord's client would not submit.
 */
export function fillModal(
	modal: ShownModal,
	given: Record<string, FieldValue>,
	parts: FieldParts,
): unknown[] {
	const named = new Map<ModalField, FieldValue>();
	for (const [name, value] of Object.entries(given)) named.set(findField(modal, name), value);
	const fill = (component: Component) => {
		const field = modal.fields.find((each) => each.component === component);
		const { type, id, custom_id } = component;
		return {
			type,
			id,
			custom_id,
			...(field && answerField(field, named.get(field) ?? field.prefilled, parts)),
		};
	};
	return modal.components.map(({ type, id, component, components }) => ({
		type,
		id,
		...(component && { component: fill(component) }),
		...(components && { components: components.map(fill) }),
	}));
}

function findField(modal: ShownModal, name: string): ModalField {
	const byId = modal.fields.find((field) => field.customId === name);
	const found = byId ?? modal.fields.find((field) => field.label === name);
	if (found) return found;
	const present = modal.fields.map((field) => `"${field.label || field.customId}"`).join(', ');
	throw new Error(`The modal "${modal.title}" has no field "${name}"; it has ${present}`);
}

function answerField(field: ModalField, value: FieldValue, parts: FieldParts): Record<string, unknown> {
	const { component, required } = field;
	const refuse = (why: string) => new Error(`Field "${field.label || field.customId}": ${why}`);
	switch (field.type) {
		case ComponentType.TextInput:
			if (typeof value !== 'string') throw refuse('expected text');
			refuseLength(component, value, required, refuse);
			return { value };
		case ComponentType.Checkbox:
			if (typeof value !== 'boolean') throw refuse('expected true or false');
			return { value };
		case ComponentType.RadioGroup:
			if (value === '' && !required) return { value: null };
			if (!component.options?.some((option) => option.value === value))
				throw refuse(`no choice ${String(value)}`);
			return { value };
		default: {
			if (typeof value === 'string' || typeof value === 'boolean') throw refuse('expected a list');
			const ids = value.map((each) => (isFile(each) ? parts.upload(each) : each));
			const least = required ? (component.min_values ?? 1) : Math.min(ids.length, component.min_values ?? 0);
			pick(field, ids, least, parts);
			return { values: ids };
		}
	}
}

function pick(
	field: ModalField,
	ids: readonly string[],
	least: number,
	{ resolver, channels }: FieldParts,
): void {
	const { component } = field;
	if (field.type === ComponentType.FileUpload) {
		const most = component.max_values ?? 1;
		if (ids.length < least || ids.length > most)
			throw new Error(`Field "${field.label}": ${ids.length} files, but it takes ${least} to ${most}`);
		for (const id of ids) resolver.attachment(id);
		return;
	}
	const most =
		component.max_values ?? (field.type === ComponentType.CheckboxGroup ? component.options?.length : 1);
	checkPicked(
		{ ...component, ...(most !== undefined && { max_values: most }) },
		ids,
		resolver,
		channels,
		least,
	);
}

function refuseLength(
	{ min_length = 0, max_length = 4000 }: Component,
	value: string,
	required: boolean,
	refuse: (why: string) => Error,
): void {
	if (value === '') {
		if (required) throw refuse('it must be filled in');
		return;
	}
	if (value.length < min_length) throw refuse(`shorter than ${min_length} characters`);
	if (value.length > max_length) throw refuse(`longer than ${max_length} characters`);
}
