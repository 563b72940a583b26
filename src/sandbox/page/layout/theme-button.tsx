import { usePage } from '../state/page.ts';

/** Dark or light; before anyone has chosen, what the system says. */
export function ThemeButton() {
	const { state, deeds } = usePage();
	const { theme } = state.kept.value;
	const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
	const other = dark ? 'light' : 'dark';
	return (
		<button
			type="button"
			class="theme"
			aria-label={`Change to ${other}`}
			title={`Change to ${other}`}
			onClick={() => deeds.keep({ theme: other })}
		>
			{dark ? <Sun /> : <Moon />}
		</button>
	);
}

function Sun() {
	const rays = [0, 45, 90, 135, 180, 225, 270, 315];
	return (
		<svg
			viewBox="0 0 24 24"
			width="18"
			height="18"
			fill="none"
			stroke="currentColor"
			stroke-width="2"
			aria-hidden="true"
		>
			<circle cx="12" cy="12" r="4.5" />
			{rays.map((angle) => (
				<path key={angle} d="M12 1.5v3" transform={`rotate(${angle} 12 12)`} />
			))}
		</svg>
	);
}

function Moon() {
	return (
		<svg viewBox="0 0 24 24" width="18" height="18" fill="currentColor" aria-hidden="true">
			<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />
		</svg>
	);
}
