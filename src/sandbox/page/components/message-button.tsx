import type { ShownComponent } from '../../page-server/protocol/shown-component.ts';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import { Dots } from '../parts/dots.tsx';
import { usePage } from '../state/page.ts';
import { ButtonStyle } from './component-types.ts';
import { useComponentState } from './use-component-state.ts';

const classes: Record<number, string> = {
	[ButtonStyle.Primary]: 'primary',
	[ButtonStyle.Secondary]: 'secondary',
	[ButtonStyle.Success]: 'success',
	[ButtonStyle.Danger]: 'danger',
	[ButtonStyle.Link]: 'secondary',
	[ButtonStyle.Premium]: 'primary',
};

export function MessageButton({ button, message }: { button: ShownComponent; message: ShownMessage }) {
	const { deeds } = usePage();
	const { custom_id: customId, style = ButtonStyle.Primary, label, emoji, url, disabled = false } = button;
	const { loading, blocked } = useComponentState(message, customId);
	const look = `button ${classes[style] ?? 'primary'}`;
	const words = (
		<>
			{emoji?.name !== undefined && (
				<span aria-hidden={label !== undefined}>{emoji.id ? `:${emoji.name}:` : emoji.name}</span>
			)}
			{label}
		</>
	);
	if (style === ButtonStyle.Link && isWebAddress(url) && !disabled)
		return (
			<a class={look} href={url} target="_blank" rel="noopener noreferrer">
				{words}
				<span class="leads-out" aria-hidden="true" />
			</a>
		);
	return (
		<button
			type="button"
			class={look}
			disabled={disabled || customId === undefined}
			aria-disabled={blocked}
			aria-busy={loading}
			onClick={() => {
				if (customId !== undefined && !blocked) void deeds.click(message, customId);
			}}
		>
			{loading ? <Dots label={`${label ?? 'Button'}: waiting for the bot`} /> : words}
		</button>
	);
}

function isWebAddress(url: string | undefined): url is string {
	return url !== undefined && /^https?:\/\//i.test(url);
}
