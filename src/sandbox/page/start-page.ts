import { computed, effect } from '@preact/signals';
import { connect } from './live/connection.ts';
import { applyNews } from './state/apply-news.ts';
import { createDeeds } from './state/create-deeds.ts';
import { readKept, writeKept } from './state/kept.ts';
import type { Page } from './state/page.ts';
import { createPageState } from './state/page-state.ts';
import { markRead } from './state/read-marks.ts';

/** From this width on there is room for the tools beside the conversation. */
const wide = '(min-width: 1200px)';
const tickMs = 1000;

/** Wires the page's state to the connection, the browser's storage and the document. */
export function startPage(): Page {
	const state = createPageState(readKept(localStorage), {
		wide: matchMedia(wide).matches,
		now: Date.now(),
	});
	const connection = connect({
		address: document.baseURI,
		onState(next) {
			state.connection.value = next;
			if (next === 'open') void look();
		},
		onNews(news) {
			applyNews(state, news, Date.now());
			if (news.type === 'commands-changed' || news.type === 'scene') void readCommands();
		},
	});
	const deeds = createDeeds(state, connection, Date.now);

	async function look(): Promise<void> {
		await deeds.become(state.kept.peek().meId);
		if (state.facts.peek()?.tour.length && !state.kept.peek().tourDone) state.tourStep.value = 0;
	}

	async function readCommands(): Promise<void> {
		const channelId = state.channelId.peek();
		if (channelId === '') return;
		const answer = await deeds.ask({ do: 'commands', channelId });
		if (answer && state.channelId.peek() === channelId) state.commands.value = answer.commands;
	}

	const meId = computed(() => state.facts.value?.meId);
	effect(() => {
		// Both decide which commands there are.
		if (state.channelId.value !== '' && meId.value !== undefined) void readCommands();
	});
	effect(() => writeKept(localStorage, state.kept.value));
	effect(() => {
		const { theme } = state.kept.value;
		if (theme === 'system') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = theme;
	});
	const visible = () => document.visibilityState === 'visible';
	const markShown = () => {
		const channelId = state.channelId.value;
		const messages = state.messages.value.get(channelId) ?? [];
		if (meId.value !== undefined && visible())
			state.kept.value = markRead(state.kept.peek(), meId.value, channelId, messages);
	};
	effect(markShown);
	document.addEventListener('visibilitychange', markShown);
	setInterval(() => {
		state.tick.value = Date.now();
	}, tickMs);
	return { state, deeds };
}
