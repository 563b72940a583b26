import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Words that are hidden until somebody wants to see them. */
export function Spoiler({ children }: { children: ComponentChildren }) {
	const [shown, setShown] = useState(false);
	if (shown) return <span class="spoiler">{children}</span>;
	return (
		<button type="button" class="spoiler hidden" aria-label="Spoiler: show" onClick={() => setShown(true)}>
			<span aria-hidden="true">{children}</span>
		</button>
	);
}
