import type { ComponentBody, Maybe } from './bodies.ts';
import type { FormIssue } from './form-error.ts';

type Path = readonly PropertyKey[];

export interface PlacedComponent {
	component: ComponentBody;
	path: Path;
}

const actionRow = 1;
const button = 2;
const checkboxGroup = 22;
const linkStyle = 5;
const premiumStyle = 6;
/** A row is five buttons wide, and a select menu or a text input takes all of it. */
const rowWidth = 5;

/** Every component with its path, parents before children, section accessories and label contents included. */
export function placedComponents(components: Maybe<readonly ComponentBody[]>, path: Path): PlacedComponent[] {
	return (components ?? []).flatMap((component, index) => withDescendants(component, [...path, index]));
}

function withDescendants(component: ComponentBody, path: Path): PlacedComponent[] {
	const { components, accessory, component: content } = component;
	return [
		{ component, path },
		...placedComponents(components, [...path, 'components']),
		...(accessory ? withDescendants(accessory, [...path, 'accessory']) : []),
		...(content ? withDescendants(content, [...path, 'component']) : []),
	];
}

/** Rules that hold for components of messages and modals alike. */
export function componentIssues(placed: readonly PlacedComponent[]): FormIssue[] {
	return [
		...duplicateIssues(
			placed,
			'custom_id',
			'COMPONENT_CUSTOM_ID_DUPLICATED',
			'Component custom id cannot be duplicated',
		),
		...duplicateIssues(placed, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
		...placed.flatMap(({ component, path }) => [
			...(component.type === actionRow ? rowIssues(component, path) : []),
			...(component.type === button ? buttonIssues(component, path) : []),
			...valueRangeIssues(component, path),
			...optionIssues(component, path),
		]),
	];
}

function duplicateIssues(
	placed: readonly PlacedComponent[],
	key: 'custom_id' | 'id',
	code: string,
	message: string,
): FormIssue[] {
	const seen = new Set<string | number>();
	return placed.flatMap(({ component, path }) => {
		const value = component[key];
		// 0 and a missing id both ask Discord to number the component.
		if (!value) return [];
		if (seen.has(value)) return [{ path: [...path, key], code, message }];
		seen.add(value);
		return [];
	});
}

function rowIssues(row: ComponentBody, path: Path): FormIssue[] {
	let width = 0;
	return (row.components ?? []).flatMap((component, index) => {
		width += component.type === button ? 1 : rowWidth;
		if (width <= rowWidth) return [];
		const message = 'The specified component exceeds the maximum width';
		return [{ path: [...path, 'components', index], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
	});
}

function buttonIssues(component: ComponentBody, path: Path): FormIssue[] {
	const target =
		component.style === linkStyle ? 'url' : component.style === premiumStyle ? 'sku_id' : 'custom_id';
	const issues: FormIssue[] = [];
	if (!component[target]) {
		const message = `A ${words[target]} is required`;
		issues.push({
			path: [...path, target],
			code: `BUTTON_COMPONENT_${target.toUpperCase()}_REQUIRED`,
			message,
		});
	}
	for (const other of ['custom_id', 'url', 'sku_id'] as const) {
		if (other === target || !component[other]) continue;
		const message = `A ${words[target]} and ${words[other]} cannot both be specified`;
		issues.push({ path: [...path, other], code: 'BUTTON_COMPONENT_FIELDS_EXCLUSIVE', message });
	}
	return [...issues, ...faceIssues(component, path), ...schemeIssues(component.url, [...path, 'url'])];
}

const words = { custom_id: 'custom id', url: 'url', sku_id: 'sku id' };

function faceIssues({ style, label, emoji }: ComponentBody, path: Path): FormIssue[] {
	const hasFace = Boolean(label || emoji);
	if (style === premiumStyle) {
		if (!hasFace) return [];
		const message = 'A premium button cannot have a label or an emoji';
		return [{ path, code: 'BUTTON_COMPONENT_PREMIUM_FACE', message }];
	}
	if (hasFace) return [];
	return [
		{ path, code: 'BUTTON_COMPONENT_FACE_REQUIRED', message: 'A button must have a label or an emoji' },
	];
}

function schemeIssues(url: Maybe<string>, path: Path): FormIssue[] {
	if (!url || /^(?:https?|discord):/i.test(url)) return [];
	const scheme = url.slice(0, url.indexOf(':'));
	const message = `Scheme "${scheme}" is not one of ('http', 'https', 'discord').`;
	return [{ path, code: 'URL_TYPE_INVALID_SCHEME', message }];
}

function valueRangeIssues({ min_values, max_values, options }: ComponentBody, path: Path): FormIssue[] {
	const available = options?.length ?? Number.POSITIVE_INFINITY;
	const most = Math.min(max_values ?? available, available);
	return [
		...((max_values ?? 0) > available ? [exceeds(available, [...path, 'max_values'])] : []),
		...((min_values ?? 0) > most ? [exceeds(most, [...path, 'min_values'])] : []),
	];
}

function exceeds(maximum: number, path: Path): FormIssue {
	return { path, code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${maximum}.` };
}

function optionIssues({ type, options = [], max_values }: ComponentBody, path: Path): FormIssue[] {
	const values = new Set<string>();
	const issues = options.flatMap(({ value }, index) => {
		if (!values.has(value)) {
			values.add(value);
			return [];
		}
		const message = 'The specified option value is already used';
		return [{ path: [...path, 'options', index], code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message }];
	});
	const preset = options.filter((option) => option.default).length;
	if (preset > (max_values ?? (type === checkboxGroup ? options.length : 1))) {
		const message = 'The number of default options exceeds the maximum number of values';
		issues.push({ path: [...path, 'options'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message });
	}
	return issues;
}
