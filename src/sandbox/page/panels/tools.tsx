import { ClockPanel } from './clock-panel.tsx';
import { FaultPanel } from './fault-panel.tsx';
import { RequestPanel } from './request-panel.tsx';

/** What only the sandbox has: its clock, faults to play, and what goes between bot and Discord. */
export function Tools() {
	return (
		<aside class="tools" id="tools" aria-label="Sandbox tools">
			<ClockPanel />
			<FaultPanel />
			<RequestPanel />
		</aside>
	);
}
