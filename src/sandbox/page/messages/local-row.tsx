import { Avatar } from '../parts/avatar.tsx';
import { useFacts, usePage } from '../state/page.ts';
import type { Underway } from '../state/underway.ts';
import { UsedCommand } from './used-command.tsx';

/** A command on its way, until the bot answers it. Only this page shows it. */
export function PendingCommand({ underway }: { underway: Underway }) {
	return (
		<LocalRow underway={underway}>
			<p class="quiet">Sending command…</p>
		</LocalRow>
	);
}

/** A command that the bot has not answered in time. */
export function FailedCommand({ underway }: { underway: Underway }) {
	const { state } = usePage();
	return (
		<LocalRow underway={underway}>
			<p class="failure">The application did not respond</p>
			<p class="ephemeral-note">
				Only you can see this •{' '}
				<button type="button" class="link" onClick={() => state.underway.drop(underway.interactionId)}>
					Dismiss message
				</button>
			</p>
		</LocalRow>
	);
}

function LocalRow({ underway, children }: { underway: Underway; children: preact.ComponentChildren }) {
	const { people, botId, meId } = useFacts();
	const bot = people.find(({ id }) => id === botId);
	const name = underway.origin.kind === 'command' ? underway.origin.name : '';
	return (
		<article class="message ephemeral" aria-label={`/${name}`}>
			<UsedCommand name={name} userId={meId} />
			<div class="message-main">
				<Avatar person={bot} />
				<div class="message-content">
					<p class="author">
						<strong>{bot?.name}</strong> <span class="app-tag">APP</span>
					</p>
					{children}
				</div>
			</div>
		</article>
	);
}
