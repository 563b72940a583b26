import { usePage } from '../state/page.ts';
import { PeopleSwitch } from './people-switch.tsx';

export function Header({ channelName, isDm }: { channelName: string; isDm: boolean }) {
	const { state, deeds } = usePage();
	const open = state.toolsOpen.value;
	return (
		<header class="header">
			<button
				type="button"
				class="burger"
				aria-label="Servers and channels"
				aria-expanded={state.sidebarOpen.value}
				onClick={() => {
					state.sidebarOpen.value = !state.sidebarOpen.value;
				}}
			>
				<span aria-hidden="true">☰</span>
			</button>
			<h1>
				{!isDm && (
					<span class="hash" aria-hidden="true">
						#
					</span>
				)}
				{channelName}
			</h1>
			<PeopleSwitch />
			<button
				type="button"
				class="button secondary"
				aria-expanded={open}
				aria-controls="tools"
				onClick={() => deeds.keep({ toolsOpen: !open })}
			>
				Tools
			</button>
			<button
				type="button"
				class="button secondary"
				onClick={() => {
					state.tourStep.value = 0;
				}}
			>
				Tour
			</button>
		</header>
	);
}
