import * as spec from 'discord-api-spec/zod';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { sharpenSchema } from '../../../src/sandbox/contract/sharpen-schema.ts';

const plain = { replace: new Map(), numericStrings: false };
const shapes = z.union([
	z.object({ type: z.literal(1), side: z.number() }),
	z.lazy(() => z.object({ type: z.literal([2, 3]), width: z.number() })),
]);

function issuesOf(schema: z.core.$ZodType, value: unknown) {
	return z.safeParse(schema, value).error?.issues ?? [];
}

describe('sharpenSchema()', () => {
	test('complains about the branch that the type names', () => {
		expect(issuesOf(sharpenSchema(shapes, plain), { type: 3 })).toMatchObject([{ path: ['width'] }]);
	});

	test('names the discriminator when no branch has the type', () => {
		expect(issuesOf(sharpenSchema(shapes, plain), { type: 4 })).toMatchObject([
			{ code: 'invalid_union', discriminator: 'type', options: [1, 2, 3] },
		]);
	});

	test('leaves alone a union whose branches share a type', () => {
		const same = z.union([
			z.object({ type: z.literal(1), side: z.number() }),
			z.object({ type: z.literal(1), width: z.number() }),
		]);
		expect(issuesOf(sharpenSchema(same, plain), { type: 1, width: 2 })).toEqual([]);
	});

	test('names both bounds of a length at once', () => {
		const name = z.string().check(z.minLength(1), z.maxLength(3));
		expect(issuesOf(sharpenSchema(name, plain), 'four')).toMatchObject([
			{ message: 'Must be between 1 and 3 in length.' },
		]);
	});

	test('takes a time with an offset, and no other text', () => {
		const time = sharpenSchema(z.string().check(z.iso.datetime()), plain);
		expect(issuesOf(time, '2026-01-01T00:00:00.000000+00:00')).toEqual([]);
		expect(issuesOf(time, 'yesterday')).toHaveLength(1);
	});

	test('reads numbers from text only where asked to', () => {
		const strict = sharpenSchema(z.object({ flags: z.number() }), plain);
		const lenient = sharpenSchema(z.object({ flags: z.number() }), { ...plain, numericStrings: true });
		expect(issuesOf(strict, { flags: '64' })).toHaveLength(1);
		expect(z.parse(lenient, { flags: '64' })).toEqual({ flags: 64 });
		expect(issuesOf(lenient, { flags: 'many' })).toHaveLength(1);
	});

	test('replaces a schema behind every reference to it', () => {
		const id = z.string();
		const schema = z.object({ id: z.lazy(() => id), ids: z.array(id) });
		const replaced = sharpenSchema(schema, { ...plain, replace: new Map([[id, z.number()]]) });
		expect(issuesOf(replaced, { id: 1, ids: [2] })).toEqual([]);
	});

	test('judges any body exactly as the generated schema does', () => {
		const sharpened = sharpenSchema(spec.MessageCreateRequestSchema, plain);
		const value = fc.constantFrom<unknown>(
			null,
			0,
			1,
			2,
			5,
			10,
			17,
			-1,
			1.5,
			'',
			'a',
			'x'.repeat(101),
			true,
			[],
			{},
		);
		const mutation = fc.record({ place: fc.nat(), value });
		fc.assert(
			fc.property(fc.array(mutation, { maxLength: 3 }), (mutations) => {
				const body = mutations.reduce(replaceAt, structuredClone(card));
				expect(issuesOf(sharpened, body).length > 0).toBe(
					issuesOf(spec.MessageCreateRequestSchema, body).length > 0,
				);
			}),
			{ numRuns: 300 },
		);
	});
});

const card: unknown = {
	flags: 32768,
	nonce: 'job',
	embeds: [{ title: 'a', fields: [{ name: 'a', value: 'b' }] }],
	components: [
		{
			type: 17,
			components: [
				{ type: 10, content: 'a' },
				{
					type: 9,
					components: [{ type: 10, content: 'a' }],
					accessory: { type: 2, style: 1, label: 'A', custom_id: 'a' },
				},
				{ type: 1, components: [{ type: 3, custom_id: 'b', options: [{ label: 'A', value: 'a' }] }] },
			],
		},
	],
};

/** Replaces one of all values anywhere inside the body, which one `place` decides. */
function replaceAt(body: unknown, { place, value }: { place: number; value: unknown }): unknown {
	const places = placesIn(body);
	const chosen = places[place % places.length];
	chosen?.(value);
	return body;
}

function placesIn(body: unknown): ((value: unknown) => void)[] {
	if (typeof body !== 'object' || body === null) return [];
	return Object.entries(body).flatMap(([key, inner]) => [
		(value: unknown) => Object.assign(body, { [key]: value }),
		...placesIn(inner),
	]);
}
