import type { ComponentBody, ModalBody } from './bodies.ts';
import { componentIssues, placedComponents } from './component-rules.ts';
import { complaints, type FormIssue } from './form-error.ts';

type Path = readonly PropertyKey[];

const actionRow = 1;
const stringSelect = 3;
const textInput = 4;

/** Rules for the `data` of a modal callback. */
export function modalIssues(modal: ModalBody, path: Path): FormIssue[] {
	const at = [...path, 'components'];
	const placed = placedComponents(modal.components, at);
	return [
		...topLevelIssues(modal.components, at),
		...componentIssues(placed),
		...placed.flatMap(({ component, path: place }) => [
			...labelIssues(component, place),
			...(component.type === textInput ? textLengthIssues(component, place) : []),
			...(component.type === stringSelect ? modalSelectIssues(component, place) : []),
		]),
	];
}

function topLevelIssues(components: readonly ComponentBody[], path: Path): FormIssue[] {
	if (components.length <= 5) return [];
	return [{ path, code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' }];
}

/** In a row the text input carries its own label; inside a Label component it must not. */
function labelIssues({ type, components, component }: ComponentBody, path: Path): FormIssue[] {
	if (component?.type === textInput && component.label) {
		const message = 'A text input inside a label cannot have a label';
		return [{ path: [...path, 'component', 'label'], code: 'TEXT_INPUT_LABEL_NOT_ALLOWED', message }];
	}
	if (type !== actionRow) return [];
	return (components ?? []).flatMap((input, index) =>
		input.label ? [] : [complaints.required([...path, 'components', index, 'label'])],
	);
}

function textLengthIssues({ value, min_length, max_length }: ComponentBody, path: Path): FormIssue[] {
	const minimum = min_length ?? 0;
	const maximum = max_length ?? 4000;
	if (minimum > maximum) {
		const message = `int value should be less than or equal to ${maximum}.`;
		return [{ path: [...path, 'min_length'], code: 'NUMBER_TYPE_MAX', message }];
	}
	if (!value || (value.length >= minimum && value.length <= maximum)) return [];
	const message = `Must be between ${minimum} and ${maximum} in length.`;
	return [{ path: [...path, 'value'], code: 'BASE_TYPE_BAD_LENGTH', message }];
}

/** A select in a modal is required unless it says otherwise, and can never be disabled. */
function modalSelectIssues({ min_values, required, disabled }: ComponentBody, path: Path): FormIssue[] {
	const issues: FormIssue[] = [];
	if (disabled) {
		const message = 'A select in a modal cannot be disabled';
		issues.push({ path: [...path, 'disabled'], code: 'SELECT_COMPONENT_DISABLED_IN_MODAL', message });
	}
	if (min_values === 0 && required !== false) {
		const message = 'int value should be greater than or equal to 1.';
		issues.push({ path: [...path, 'min_values'], code: 'NUMBER_TYPE_MIN', message });
	}
	return issues;
}
