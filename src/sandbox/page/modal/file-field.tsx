import { readFile } from '../composer/read-file.ts';
import type { FieldProps } from './field-values.ts';

export function FileField({ id, field, fault, onValue }: FieldProps) {
	return (
		<input
			id={id}
			type="file"
			multiple={(field.max_values ?? 1) > 1}
			aria-invalid={fault !== undefined}
			onChange={async ({ currentTarget: { files } }) =>
				onValue(await Promise.all([...(files ?? [])].map(readFile)))
			}
		/>
	);
}
