import { prettifyError, type z } from 'zod';
import type { Deed } from '../../page-server/protocol/from-page.ts';
import { answers, type ToPage, toPage } from '../../page-server/protocol/to-page.ts';

type Answers = typeof answers;

/** What a deed is answered with; nothing for those that `answers` does not name. */
export type AnswerTo<Name extends Deed['do']> = Name extends keyof Answers
	? z.infer<Answers[Name]>
	: undefined;

export type ConnectionState = 'connecting' | 'open' | 'lost';

export interface Connection {
	/** Rejects with the reason in words when it cannot be done, or when the connection ends first. */
	ask<Name extends Deed['do']>(deed: Extract<Deed, { do: Name }>): Promise<AnswerTo<Name>>;
}

export interface ConnectionOptions {
	/** The page's own address. */
	address: string;
	onState(state: ConnectionState): void;
	onNews(news: Exclude<ToPage, { type: 'answer' | 'refused' }>): void;
}

const reconnectAfterMs = 500;

/** Keeps a WebSocket to the page server open, and pairs what is asked with its answers. */
export function connect({ address, onState, onNews }: ConnectionOptions): Connection {
	const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
	let socket: WebSocket | undefined;
	let count = 0;

	function open(): void {
		const next = new WebSocket(new URL('live', address.replace(/^http/, 'ws')));
		next.addEventListener('open', () => {
			socket = next;
			onState('open');
		});
		next.addEventListener('message', ({ data }) => receive(read(toPage, JSON.parse(String(data)))));
		next.addEventListener('close', () => {
			socket = undefined;
			for (const { reject } of waiting.values()) reject(new Error('The local Discord is not there'));
			waiting.clear();
			onState('lost');
			setTimeout(open, reconnectAfterMs);
		});
	}

	function receive(news: ToPage): void {
		if (news.type !== 'answer' && news.type !== 'refused') {
			onNews(news);
			return;
		}
		const asked = waiting.get(news.re);
		waiting.delete(news.re);
		if (news.type === 'refused') asked?.reject(new Error(news.why));
		else asked?.resolve(news.value);
	}

	async function ask<Name extends Deed['do']>(deed: Extract<Deed, { do: Name }>): Promise<AnswerTo<Name>> {
		if (!socket) throw new Error('The local Discord is not there');
		count += 1;
		const re = count;
		const answered = new Promise((resolve, reject) => waiting.set(re, { resolve, reject }));
		socket.send(JSON.stringify({ re, deed }));
		const value = await answered;
		const schemas: Partial<Record<Deed['do'], z.ZodType>> = answers;
		// The schema that stands under a deed's name is the one that `AnswerTo` names.
		const schema = schemas[deed.do];
		return (schema && read(schema, value)) as AnswerTo<Name>;
	}

	onState('connecting');
	open();
	return { ask };
}

function read<Output>(schema: z.ZodType<Output>, value: unknown): Output {
	const parsed = schema.safeParse(value);
	if (!parsed.success) throw new Error(`The server said something unknown: ${prettifyError(parsed.error)}`);
	return parsed.data;
}
