import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldValue } from '../../page-server/protocol/from-page.ts';
import type { ShownModal } from '../../page-server/protocol/shown-interaction.ts';
import { ComponentType } from '../components/component-types.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { Dots } from '../parts/dots.tsx';
import { useFacts, usePage } from '../state/page.ts';
import { fieldsOf, presetValue, whyNot } from './field-values.ts';
import { ModalFieldRow } from './modal-field-row.tsx';

/** A form that the bot has opened. */
export function ModalForm({ modal }: { modal: ShownModal }) {
	const { state, deeds } = usePage();
	const { people, botId } = useFacts();
	const dialog = useRef<HTMLDialogElement>(null);
	const fields = fieldsOf(modal.components);
	const texts = modal.components.filter(({ type }) => type === ComponentType.TextDisplay);
	const [values, setValues] = useState<Readonly<Record<string, FieldValue>>>({});
	const [tried, setTried] = useState(false);
	const attempt = state.underway.all.value.find(({ origin }) => origin.kind === 'modal');
	const pending = attempt?.state === 'pending';

	useEffect(() => {
		const opener = document.activeElement;
		dialog.current?.showModal();
		document.getElementById('field-0')?.focus();
		return () => {
			if (opener instanceof HTMLElement) opener.focus();
		};
	}, []);

	const valueAt = (index: number) => {
		const field = fields[index]?.field;
		if (!field) return '';
		return values[field.custom_id ?? ''] ?? presetValue(field);
	};
	const faults = fields.map(({ field }, index) => whyNot(field, valueAt(index)));

	function submit(event: Event): void {
		event.preventDefault();
		setTried(true);
		if (pending) return;
		if (faults.every((fault) => fault === undefined)) void deeds.submitModal({ ...values });
		else document.getElementById(`field-${faults.findIndex((fault) => fault !== undefined)}`)?.focus();
	}

	return (
		<dialog
			ref={dialog}
			class="modal"
			aria-labelledby="modal-title"
			onCancel={(event) => {
				event.preventDefault();
				deeds.closeModal();
			}}
		>
			<form onSubmit={submit} noValidate>
				<header>
					<h2 id="modal-title">{modal.title}</h2>
					<button type="button" class="close" aria-label="Close" onClick={deeds.closeModal}>
						<span aria-hidden="true">×</span>
					</button>
				</header>
				<div class="modal-fields">
					<p class="modal-warning">
						This form will be submitted to {people.find(({ id }) => id === botId)?.name}. Do not share
						passwords or other sensitive information.
					</p>
					{texts.map(({ content }, index) => (
						<Markdown key={index} text={content ?? ''} />
					))}
					{fields.map(({ field, label, description }, index) => (
						<ModalFieldRow
							key={field.custom_id}
							id={`field-${index}`}
							field={field}
							label={label}
							description={description}
							value={valueAt(index)}
							fault={tried ? faults[index] : undefined}
							onValue={(value) => setValues((before) => ({ ...before, [field.custom_id ?? '']: value }))}
						/>
					))}
				</div>
				{attempt?.state === 'failed' && (
					<p class="failure" role="alert">
						Something went wrong. Try again.
					</p>
				)}
				<footer>
					<button type="button" class="button secondary" onClick={deeds.closeModal}>
						Cancel
					</button>
					<button type="submit" class="button primary" aria-disabled={pending} aria-busy={pending}>
						{pending ? <Dots label="Submitting" /> : 'Submit'}
					</button>
				</footer>
			</form>
		</dialog>
	);
}
