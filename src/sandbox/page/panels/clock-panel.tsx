import { useState } from 'preact/hooks';
import { useFacts, usePage } from '../state/page.ts';
import { nextMorning } from './next-morning.ts';

const hour = 3_600_000;

/** The sandbox clock and ways to move it. */
export function ClockPanel() {
	const { state, deeds } = usePage();
	const { knowsNextMessage, people, meId } = useFacts();
	const [chosen, setChosen] = useState('');
	const now = state.now.value;
	const shown = new Intl.DateTimeFormat(undefined, {
		weekday: 'short',
		day: 'numeric',
		month: 'long',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	const away = Math.abs(state.clockLead.value) > 2000;
	const me = people.find(({ id }) => id === meId)?.name;
	return (
		<section class="tool" aria-labelledby="clock-title" data-tour="clock">
			<h2 id="clock-title">Clock</h2>
			<p class="clock-now">
				<time dateTime={new Date(now).toISOString()}>{shown.format(now)}</time>
			</p>
			<p class="small-print">
				{away
					? 'Moved. Discord, the bot and its scheduler all go by it.'
					: 'The real time. Move it, and Discord, the bot and its scheduler move together.'}
			</p>
			<div class="tool-buttons">
				<button
					type="button"
					class="button secondary"
					disabled={!away}
					onClick={() => void deeds.moveClock('real-time')}
				>
					Now
				</button>
				<button type="button" class="button secondary" onClick={() => void deeds.moveClock({ by: hour })}>
					+1 h
				</button>
				{knowsNextMessage && (
					<button
						type="button"
						class="button secondary"
						title={`To the moment when the bot next writes to ${me} by itself`}
						onClick={() => void deeds.moveClock('next-message')}
					>
						Next nudge
					</button>
				)}
				<button
					type="button"
					class="button secondary"
					onClick={() => void deeds.moveClock({ to: nextMorning(now) })}
				>
					Tomorrow 09:00
				</button>
			</div>
			<form
				class="clock-form"
				onSubmit={(event) => {
					event.preventDefault();
					const to = new Date(chosen).getTime();
					if (!Number.isNaN(to)) void deeds.moveClock({ to });
				}}
			>
				<label>
					<span>Another time</span>
					<input
						type="datetime-local"
						value={chosen}
						onInput={({ currentTarget }) => setChosen(currentTarget.value)}
					/>
				</label>
				<button type="submit" class="button secondary" disabled={chosen === ''}>
					Go
				</button>
			</form>
		</section>
	);
}
