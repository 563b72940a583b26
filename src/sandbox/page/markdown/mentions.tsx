import { useFacts, usePage } from '../state/page.ts';

export function UserMention({ id }: { id: string }) {
	const person = useFacts().people.find((each) => each.id === id);
	return <span class="mention">@{person?.name ?? 'unknown-user'}</span>;
}

export function RoleMention({ id }: { id: string }) {
	const role = useFacts()
		.servers.flatMap((server) => server.roles)
		.find((each) => each.id === id);
	return <span class="mention">@{role?.name ?? 'unknown-role'}</span>;
}

export function ChannelMention({ id }: { id: string }) {
	const { deeds } = usePage();
	const channel = useFacts()
		.servers.flatMap((server) => server.channels)
		.find((each) => each.id === id);
	if (!channel) return <span class="mention">#unknown</span>;
	return (
		<button type="button" class="mention" onClick={() => deeds.go(id)}>
			#{channel.name}
		</button>
	);
}

/** A command in a text: a click begins it in the composer, where the person may use it. */
export function CommandMention({ name }: { name: string }) {
	const { state } = usePage();
	return (
		<button
			type="button"
			class="mention"
			onClick={() => {
				state.composerRequest.value = { commandName: name };
			}}
		>
			/{name}
		</button>
	);
}

/** Marked only where it has really called everyone; otherwise it is a word like others. */
export function EveryoneMention({ word, pings }: { word: string; pings: boolean }) {
	return pings ? <span class="mention">@{word}</span> : <>@{word}</>;
}
