import { useFacts, usePage } from '../state/page.ts';
import { Switch } from './switch.tsx';

/** Switches for what goes wrong in real life. */
export function FaultPanel() {
	const { deeds } = usePage();
	const { cast, people, troubles, gateway, meId } = useFacts();
	const me = people.find(({ id }) => id === meId)?.name;
	const others = troubles.closedDms.filter((id) => id !== meId && cast.some((each) => each.id === id));
	return (
		<section class="tool" aria-labelledby="faults-title" data-tour="inspector">
			<h2 id="faults-title">What goes wrong</h2>
			<Switch
				label={`${me} takes no direct messages`}
				on={troubles.closedDms.includes(meId)}
				onChange={(closed) => void deeds.play({ kind: 'dms', userId: meId, open: !closed })}
			/>
			{others.length > 0 && (
				<p class="small-print">
					Also closed: {others.map((id) => people.find((each) => each.id === id)?.name).join(', ')}
				</p>
			)}
			<Switch
				label="Discord answers the bot 429, too many requests"
				on={troubles.requests === '429'}
				onChange={(on) => void deeds.play({ kind: 'requests', answer: on ? '429' : 'ordinary' })}
			/>
			<Switch
				label="Discord answers the bot 500, broken"
				on={troubles.requests === '500'}
				onChange={(on) => void deeds.play({ kind: 'requests', answer: on ? '500' : 'ordinary' })}
			/>
			{troubles.store !== undefined && (
				<Switch
					label="Redis is stopped"
					on={troubles.store === 'stopped'}
					onChange={(stopped) => void deeds.play({ kind: 'store', running: !stopped })}
				/>
			)}
			<div class="tool-buttons">
				<button type="button" class="button danger" onClick={() => void deeds.play({ kind: 'gateway' })}>
					Drop the gateway
				</button>
				<p role="status" class="small-print">
					{gateway.connected > 0 ? 'The bot is connected' : 'The bot is not connected'}:{' '}
					{count(gateway.identifies, 'login')}, {count(gateway.resumes, 'resume')}
				</p>
			</div>
		</section>
	);
}

function count(number: number, thing: string): string {
	return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
