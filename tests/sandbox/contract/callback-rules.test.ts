import { describe, expect, test } from 'vitest';
import { checkRequest, type RequestContext } from '../../../src/sandbox/contract/check-request.ts';
import { answer, judgement } from './judgement.ts';

const modal = {
	custom_id: 'm',
	title: 'M',
	components: [{ type: 18, label: 'L', component: { type: 4, custom_id: 'a', style: 1 } }],
};
const bodies: Record<number, object> = {
	4: { type: 4, data: { content: 'a' } },
	5: { type: 5 },
	6: { type: 6 },
	7: { type: 7, data: { content: 'a' } },
	8: { type: 8, data: { choices: [] } },
	9: { type: 9, data: modal },
	12: { type: 12 },
};

function acceptedTypes(context: RequestContext): number[] {
	return Object.keys(bodies)
		.map(Number)
		.filter((type) => judgement(answer, bodies[type], context) === 'accepted');
}

describe('an answer to an interaction', () => {
	test.each<[string, RequestContext, number[]]>([
		['a command', { interactionKind: 'command' }, [4, 5, 9, 12]],
		['a component', { interactionKind: 'component', fromMessage: true }, [4, 5, 6, 7, 9, 12]],
		['a modal that a command opened', { interactionKind: 'modal' }, [4, 5, 12]],
		['a modal that a component opened', { interactionKind: 'modal', fromMessage: true }, [4, 5, 6, 7, 12]],
		['autocomplete', { interactionKind: 'autocomplete' }, [8]],
	])('to %s has one of its types', (_case, context, types) => {
		expect(acceptedTypes(context)).toEqual(types);
	});

	test.each([
		['no type', {}, 'type BASE_TYPE_REQUIRED'],
		['a type that Discord does not have', { type: 10 }, 'type BASE_TYPE_CHOICES'],
		['no data for a modal', { type: 9 }, 'data BASE_TYPE_REQUIRED'],
		['an empty reply', { type: 4, data: {} }, '50006'],
		['a reply without data', { type: 4 }, '50006'],
		[
			'an update that breaks a limit',
			{ type: 7, data: { content: 'a'.repeat(2001) } },
			'data.content BASE_TYPE_MAX_LENGTH',
		],
		['broken data in a defer', { type: 5, data: 'x' }, 'data MODEL_TYPE_CONVERT'],
		['broken data in a deferred update', { type: 6, data: 'x' }, 'data MODEL_TYPE_CONVERT'],
	])('is refused with %s', (_case, body, verdict) => {
		expect(judgement(answer, body)).toBe(verdict);
	});

	test('names the types that would do', () => {
		const error = checkRequest(answer, bodies[9], { interactionKind: 'modal', fromMessage: true });
		expect(error?.errors).toEqual({
			type: { _errors: [{ code: 'BASE_TYPE_CHOICES', message: 'Value must be one of {4, 5, 6, 7, 12}.' }] },
		});
	});
});

describe('suggestions', () => {
	test.each([
		[
			'25 texts of 100 characters',
			Array.from({ length: 25 }, () => ({ name: 'n'.repeat(100), value: 'v'.repeat(100) })),
		],
		[
			'numbers',
			[
				{ name: 'one', value: 1 },
				{ name: 'half', value: 0.5 },
			],
		],
		['names in other languages', [{ name: 'gut', value: 'gut', name_localizations: { de: 'Darm' } }]],
	])('may be %s', (_case, choices) => {
		expect(judgement(answer, { type: 8, data: { choices } })).toBe('accepted');
	});

	test.each([
		['26 of them', Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' })), ' BASE_TYPE_MAX_LENGTH'],
		['a name above 100 characters', [{ name: 'n'.repeat(101), value: 'v' }], '.0.name BASE_TYPE_BAD_LENGTH'],
		['an empty name', [{ name: '', value: 'v' }], '.0.name BASE_TYPE_BAD_LENGTH'],
		[
			'a value above 100 characters',
			[{ name: 'n', value: 'v'.repeat(101) }],
			'.0.value BASE_TYPE_MAX_LENGTH',
		],
		[
			'values of two types',
			[
				{ name: 'one', value: 1 },
				{ name: 'two', value: 'two' },
			],
			'.1.value NUMBER_TYPE_COERCE',
		],
		[
			'an unknown language',
			[{ name: 'n', value: 'v', name_localizations: { xx: 'x' } }],
			'.0.name_localizations ENUM_TYPE_COERCE',
		],
	])('are refused with %s', (_case, choices, verdict) => {
		expect(judgement(answer, { type: 8, data: { choices } })).toBe(`data.choices${verdict}`);
	});
});
