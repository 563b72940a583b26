import { ComponentType } from '../components/component-types.ts';
import type { FieldProps } from './field-values.ts';

/** Radio buttons, or check boxes of which several may be chosen. */
export function ChoiceGroup({ id, field, value, onValue }: FieldProps) {
	const single = field.type === ComponentType.RadioGroup;
	const chosen = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [String(value)];
	function toggle(choice: string, on: boolean): void {
		if (single) onValue(choice);
		else onValue(on ? [...chosen, choice] : chosen.filter((each) => each !== choice));
	}
	return (
		<fieldset class="choices" aria-labelledby={`${id}-label`}>
			{(field.options ?? []).map(({ value: choice, label, description }, index) => (
				<label key={choice}>
					<input
						id={index === 0 ? id : undefined}
						type={single ? 'radio' : 'checkbox'}
						name={field.custom_id}
						checked={chosen.includes(choice)}
						onChange={({ currentTarget }) => toggle(choice, currentTarget.checked)}
					/>
					<span>
						{label}
						{description && <span class="small-print">{description}</span>}
					</span>
				</label>
			))}
		</fieldset>
	);
}
