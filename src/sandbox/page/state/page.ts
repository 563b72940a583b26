import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type {
	ClockMove,
	Deed,
	FieldValue,
	OptionValue,
	PlayedFault,
} from '../../page-server/protocol/from-page.ts';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import type { Choice } from '../../page-server/protocol/to-page.ts';
import type { AnswerTo } from '../live/connection.ts';
import type { Kept } from './kept.ts';
import type { Facts, PageState } from './page-state.ts';

/** What the person can do. Nothing here throws: what does not work is shown. */
export interface Deeds {
	ask<Name extends Deed['do']>(deed: Extract<Deed, { do: Name }>): Promise<AnswerTo<Name> | undefined>;
	/** Without an id, the first of the cast. */
	become(userId: string | undefined): Promise<void>;
	go(channelId: string): void;
	say(text: string): Promise<void>;
	useCommand(name: string, options: Record<string, OptionValue>): Promise<void>;
	/** What the bot suggests for the option that is typed into; nothing when it does not answer. */
	suggest(name: string, options: Record<string, OptionValue>, focused: string): Promise<Choice[] | undefined>;
	useMenu(name: string, target: { messageId: string } | { userId: string }): Promise<void>;
	click(message: ShownMessage, customId: string): Promise<void>;
	select(message: ShownMessage, customId: string, values: string[]): Promise<void>;
	submitModal(fields: Record<string, FieldValue>): Promise<void>;
	closeModal(): void;
	moveClock(move: ClockMove): Promise<void>;
	play(fault: PlayedFault): Promise<void>;
	keep(change: Partial<Kept>): void;
}

export interface Page {
	state: PageState;
	deeds: Deeds;
}

const PageContext = createContext<Page | undefined>(undefined);
export const PageProvider = PageContext.Provider;

export function usePage(): Page {
	const page = useContext(PageContext);
	if (!page) throw new Error('There is no page around this');
	return page;
}

/** What is known of the scene; only for parts that are shown once there is one. */
export function useFacts(): Facts {
	const facts = usePage().state.facts.value;
	if (!facts) throw new Error('There is no scene yet');
	return facts;
}
