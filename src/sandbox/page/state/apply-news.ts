import { batch } from '@preact/signals';
import type { Scene } from '../../page-server/protocol/scene.ts';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import type { ToPage } from '../../page-server/protocol/to-page.ts';
import type { PageState } from './page-state.ts';
import { compareSnowflakes } from './snowflake-order.ts';

const requestsKept = 100;
/** How long Discord shows that somebody types. */
const typingMs = 10_000;

/** Takes in everything that a person sees. Where they were they stay, if that is still there. */
export function applyScene(state: PageState, scene: Scene, localNow: number): void {
	const { messages, requests, now, ...facts } = scene;
	const home = facts.servers.find(({ id }) => id === facts.homeId);
	const servers = home ? [home, ...facts.servers.filter((each) => each !== home)] : facts.servers;
	const channels = [...servers.flatMap((each) => each.channels.map(({ id }) => id)), facts.dmChannelId];
	batch(() => {
		const before = state.facts.value?.meId;
		state.facts.value = facts;
		state.messages.value = Map.groupBy(messages, ({ channelId }) => channelId);
		state.requests.value = requests;
		state.clockLead.value = now - localNow;
		const { places } = state.kept.value;
		const wanted = before === facts.meId ? state.channelId.value : places[facts.meId];
		state.channelId.value = channels.find((id) => id === wanted) ?? channels[0] ?? '';
		state.kept.value = { ...state.kept.value, meId: facts.meId };
		if (before === facts.meId) return;
		state.modal.value = undefined;
		state.underway.clear();
	});
}

type News = Exclude<ToPage, { type: 'answer' | 'refused' }>;

/** Takes in one piece of news. */
export function applyNews(state: PageState, news: News, localNow: number): void {
	switch (news.type) {
		case 'scene':
			applyScene(state, news.scene, localNow);
			return;
		case 'message':
			putMessage(state, news.message);
			return;
		case 'message-gone':
			changeChannel(state, news.channelId, (all) => all.filter(({ id }) => id !== news.messageId));
			return;
		case 'interaction':
			state.underway.learn(news.interaction);
			if (news.interaction.modal) state.modal.value = news.interaction.modal;
			// An answered form is closed; what it led to stands in the channel.
			else if (news.interaction.kind === 'modal' && news.interaction.state === 'acknowledged')
				state.modal.value = undefined;
			return;
		case 'typing':
			state.typing.value = new Map(state.typing.value).set(news.channelId, localNow + typingMs);
			return;
		case 'clock':
			state.clockLead.value = news.now - localNow;
			return;
		case 'request':
			state.requests.value = [...state.requests.value, news.request].slice(-requestsKept);
			return;
		case 'gateway':
		case 'troubles':
			if (state.facts.value) state.facts.value = { ...state.facts.value, ...pick(news) };
			return;
		case 'commands-changed':
			return;
	}
}

function pick(news: Extract<News, { type: 'gateway' | 'troubles' }>) {
	return news.type === 'gateway' ? { gateway: news.gateway } : { troubles: news.troubles };
}

function putMessage(state: PageState, message: ShownMessage): void {
	batch(() => {
		changeChannel(state, message.channelId, (all) =>
			[...all.filter(({ id }) => id !== message.id), message].sort((a, b) => compareSnowflakes(a.id, b.id)),
		);
		if (message.authorId !== state.facts.value?.botId) return;
		const typing = new Map(state.typing.value);
		if (typing.delete(message.channelId)) state.typing.value = typing;
	});
}

function changeChannel(
	state: PageState,
	channelId: string,
	change: (all: readonly ShownMessage[]) => readonly ShownMessage[],
): void {
	const all = new Map(state.messages.value);
	all.set(channelId, change(all.get(channelId) ?? []));
	state.messages.value = all;
}
