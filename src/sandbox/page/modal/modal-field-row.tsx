import { ComponentType, isSelectType } from '../components/component-types.ts';
import { selectChoices } from '../components/select-choices.ts';
import { SelectMenu } from '../components/select-menu.tsx';
import { useFacts, usePage } from '../state/page.ts';
import { ChoiceGroup } from './choice-group.tsx';
import { type FieldProps, isRequired } from './field-values.ts';
import { FileField } from './file-field.tsx';

/** A field with its label, its description and what is wrong with it. */
export function ModalFieldRow({ description, ...props }: FieldProps & { description: string | undefined }) {
	const { id, field, label, fault } = props;
	const isGroup = field.type === ComponentType.RadioGroup || field.type === ComponentType.CheckboxGroup;
	const name = (
		<>
			{label}
			{isRequired(field) && (
				<span class="required" title="Required">
					*
				</span>
			)}
		</>
	);
	return (
		<div class={fault === undefined ? 'modal-field' : 'modal-field invalid'}>
			{isGroup ? (
				<p class="field-label" id={`${id}-label`}>
					{name}
				</p>
			) : (
				<label class="field-label" for={id} id={`${id}-label`}>
					{name}
				</label>
			)}
			{description && (
				<p class="small-print" id={`${id}-description`}>
					{description}
				</p>
			)}
			<Field {...props} />
			{fault !== undefined && (
				<p class="failure" id={`${id}-fault`}>
					{fault}
				</p>
			)}
		</div>
	);
}

function Field(props: FieldProps) {
	const { state } = usePage();
	const facts = useFacts();
	const { id, field, label, value, fault, onValue } = props;
	const { type } = field;
	if (isSelectType(type))
		return (
			<SelectMenu
				label={label}
				placeholder={field.placeholder ?? 'Make a selection'}
				choices={selectChoices(field, facts, state.channelId.value)}
				picked={Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []}
				least={isRequired(field) ? (field.min_values ?? 1) : 0}
				most={field.max_values ?? 1}
				invalid={fault !== undefined}
				onPicked={onValue}
			/>
		);
	switch (type) {
		case ComponentType.RadioGroup:
		case ComponentType.CheckboxGroup:
			return <ChoiceGroup {...props} />;
		case ComponentType.Checkbox:
			return (
				<input
					id={id}
					type="checkbox"
					checked={value === true}
					onChange={({ currentTarget }) => onValue(currentTarget.checked)}
				/>
			);
		case ComponentType.FileUpload:
			return <FileField {...props} />;
		default:
			return <TextInput {...props} />;
	}
}

function TextInput({ id, field, value, fault, onValue }: FieldProps) {
	const text = typeof value === 'string' ? value : '';
	const common = {
		id,
		value: text,
		placeholder: field.placeholder,
		maxLength: field.max_length ?? 4000,
		'aria-invalid': fault !== undefined,
		'aria-required': isRequired(field),
		'aria-describedby': fault === undefined ? `${id}-description` : `${id}-fault`,
		onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
			onValue(currentTarget.value),
	};
	return field.style === 2 ? (
		<>
			<textarea {...common} rows={6} />
			<span class="count" aria-hidden="true">
				{(field.max_length ?? 4000) - text.length}
			</span>
		</>
	) : (
		<input {...common} type="text" />
	);
}
