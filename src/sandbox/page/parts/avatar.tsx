import type { Person } from '../../page-server/protocol/scene.ts';

/** Background colours on which white letters are easily read. */
const colours = ['#3f7a5c', '#6b5ca5', '#a2533f', '#2f6f95', '#8a5a12', '#94476f'];

/** A round sign with the person's first letter; the name always stands beside it. */
export function Avatar({ person, size = 40 }: { person: Person | undefined; size?: number }) {
	const index = Number(person?.id.slice(-4) ?? 0) % colours.length;
	return (
		<span
			class="avatar"
			aria-hidden="true"
			// By the style sheet, so that it is a picture and not a part of the name beside it.
			data-letter={person?.name.slice(0, 1).toUpperCase() ?? '?'}
			style={{
				width: `${size}px`,
				height: `${size}px`,
				fontSize: `${size * 0.45}px`,
				background: person?.bot ? '#2f7d55' : (colours[index] ?? ''),
			}}
		/>
	);
}
