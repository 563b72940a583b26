import type { ChoicesBody } from './bodies.ts';
import { complaints, type FormIssue } from './form-error.ts';
import { localeIssues } from './name-rules.ts';

type Path = readonly PropertyKey[];

export type InteractionKind = 'command' | 'component' | 'modal' | 'autocomplete';

const allTypes = [1, 4, 5, 6, 7, 8, 9, 12];
const typesByKind: Record<InteractionKind, readonly number[]> = {
	command: [4, 5, 9, 12],
	component: [4, 5, 6, 7, 9, 12],
	modal: [4, 5, 12],
	autocomplete: [8],
};
const messageUpdates = [6, 7];

/** Which answers an interaction takes: a modal's submit can update only the message it came from. */
export function callbackTypeIssues(
	body: unknown,
	kind: InteractionKind | undefined,
	fromMessage: boolean,
): FormIssue[] {
	const type = callbackType(body);
	if (type === undefined || type === null) return [complaints.required(['type'])];
	const updates = kind === 'modal' && fromMessage ? messageUpdates : [];
	const allowed = kind ? [...typesByKind[kind], ...updates] : allTypes;
	if (allowed.some((each) => each === type)) return [];
	return [
		complaints.choices(
			['type'],
			allowed.toSorted((a, b) => a - b),
		),
	];
}

export function callbackType(body: unknown): unknown {
	return typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
}

/** A suggestion's value holds at most 100 characters; the document allows 6,000. */
export function choicesIssues({ choices }: ChoicesBody, path: Path): FormIssue[] {
	return (choices ?? []).flatMap((choice, index) => {
		const at = [...path, 'choices', index];
		const isLong = typeof choice?.value === 'string' && choice.value.length > 100;
		return [
			...(isLong ? [complaints.tooLong([...at, 'value'], 100)] : []),
			...localeIssues(choice?.name_localizations, [...at, 'name_localizations']),
		];
	});
}
