import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Hides what is under it until somebody wants to see it. */
export function Veil({ covers, children }: { covers: boolean; children: ComponentChildren }) {
	const [lifted, setLifted] = useState(false);
	if (!covers || lifted) return <>{children}</>;
	return (
		<div class="veil">
			<div inert>{children}</div>
			<button type="button" onClick={() => setLifted(true)}>
				Spoiler: show
			</button>
		</div>
	);
}
