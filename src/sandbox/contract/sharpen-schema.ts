import * as z from 'zod/mini';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

export interface Sharpening {
	/** Schemas that are replaced by others wherever they occur. */
	replace: ReadonlyMap<Schema, Schema>;
	/** Takes numbers written as strings for numbers, as Discord does in requests. */
	numericStrings: boolean;
}

/**
 * Rebuilds a generated schema so that its complaints are of use: unions whose branches differ by `type` choose the
 * branch by it, lengths with two bounds report both, and points in time may carry an offset.
 */
export function sharpenSchema(schema: Schema, sharpening: Sharpening): Schema {
	const sharpened = new Map<Schema, Schema>(sharpening.replace);
	const sharpen = (inner: Schema): Schema => {
		const known = sharpened.get(inner);
		if (known) return known;
		// Only lazies close circles, and their getters run after this call.
		const result = rebuild(inner);
		sharpened.set(inner, result);
		return result;
	};
	const rebuild = (inner: Schema): Schema => {
		const def = defOf(inner);
		switch (def.type) {
			case 'lazy':
				return sharpening.replace.get(def.getter()) ?? z.lazy(() => sharpen(def.getter()));
			case 'optional':
			case 'nullable':
				return rebuilt(inner, { ...def, innerType: sharpen(def.innerType) });
			case 'object':
				return rebuilt(inner, { ...def, shape: mapValues(def.shape, sharpen) });
			case 'array':
				return rebuilt(inner, { ...def, element: sharpen(def.element), ...checksOf(def) });
			case 'record':
				return rebuilt(inner, { ...def, valueType: sharpen(def.valueType) });
			case 'intersection':
				return rebuilt(inner, { ...def, left: sharpen(def.left), right: sharpen(def.right) });
			case 'string':
				return z.core.clone(inner, { ...def, ...checksOf(def) });
			case 'number':
				return sharpening.numericStrings ? z.pipe(readNumericString, inner) : inner;
			case 'union':
				return sharpenUnion(def.options, sharpen);
			default:
				return inner;
		}
	};
	return sharpen(schema);
}

const readNumericString = z.transform((value: unknown) =>
	typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? Number(value) : value,
);

function sharpenUnion(options: readonly Schema[], sharpen: (schema: Schema) => Schema): Schema {
	const objects = options.map(unwrapLazy);
	const types = objects.flatMap((option) => literalTypesOf(option) ?? [undefined]);
	const tellsApart = !types.includes(undefined) && new Set(types).size === types.length;
	if (!tellsApart) return z.union(options.map(sharpen));
	return new z.ZodMiniDiscriminatedUnion({
		type: 'union',
		inclusive: false,
		discriminator: 'type',
		options: objects.map(sharpen),
	});
}

function literalTypesOf(schema: Schema): readonly unknown[] | undefined {
	const def = defOf(schema);
	const type = def.type === 'object' ? def.shape['type'] : undefined;
	const typeDef = type && defOf(unwrapLazy(type));
	return typeDef?.type === 'literal' ? typeDef.values : undefined;
}

function unwrapLazy(schema: Schema): Schema {
	const def = defOf(schema);
	return def.type === 'lazy' ? unwrapLazy(def.getter()) : schema;
}

function checksOf(def: Def): { checks?: z.core.$ZodCheck<never>[] } {
	if (!def.checks) return {};
	let minimum: number | undefined;
	let maximum: number | undefined;
	const others: z.core.$ZodCheck<never>[] = [];
	for (const check of def.checks) {
		const checkDef = checkDefOf(check);
		if (checkDef.check === 'min_length') minimum = checkDef.minimum;
		else if (checkDef.check === 'max_length') maximum = checkDef.maximum;
		else others.push(isDatetime(checkDef) ? z.iso.datetime({ offset: true }) : check);
	}
	if (minimum && maximum) return { checks: [...others, lengthBetween(minimum, maximum)] };
	if (maximum !== undefined) others.push(z.maxLength(maximum));
	if (minimum) others.push(z.minLength(minimum));
	return { checks: others };
}

function lengthBetween(minimum: number, maximum: number): z.core.$ZodCheck<never> {
	return z.refine<string | unknown[]>((value) => value.length >= minimum && value.length <= maximum, {
		params: { code: 'BASE_TYPE_BAD_LENGTH' },
		error: `Must be between ${minimum} and ${maximum} in length.`,
	});
}

function isDatetime(def: z.core.$ZodChecks['_zod']['def']): boolean {
	return def.check === 'string_format' && def.format === 'datetime';
}

function rebuilt(schema: Schema, def: Def): Schema {
	return z.core.clone(schema, def);
}

// zod types a schema's definition by its class only; every schema of the generated file is one of these classes.
function defOf(schema: Schema): Def {
	return schema._zod.def as Def;
}

function checkDefOf(check: z.core.$ZodCheck<never>): z.core.$ZodChecks['_zod']['def'] {
	return check._zod.def as z.core.$ZodChecks['_zod']['def'];
}

function mapValues(shape: z.core.$ZodShape, change: (schema: Schema) => Schema): z.core.$ZodShape {
	return Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, change(schema)]));
}
