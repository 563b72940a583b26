import { z } from 'zod';
import { shownMessage } from './shown-message.ts';
import { shownRequest } from './shown-request.ts';

export const person = z.object({
	id: z.string(),
	username: z.string(),
	name: z.string(),
	bot: z.boolean(),
});
export type Person = z.infer<typeof person>;

export const server = z.object({
	id: z.string(),
	name: z.string(),
	channels: z.array(z.object({ id: z.string(), name: z.string() })),
	memberIds: z.array(z.string()),
	roles: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ShownServer = z.infer<typeof server>;

/** Which faults are played now. */
export const troubles = z.object({
	/** People whose direct messages are closed. */
	closedDms: z.array(z.string()),
	/** What every request of the bot is answered with. */
	requests: z.enum(['ordinary', '429', '500']),
	/** `undefined` where the page cannot stop the bot's store. */
	store: z.enum(['running', 'stopped']).optional(),
});
export type Troubles = z.infer<typeof troubles>;

export const gatewayState = z.object({
	connected: z.int(),
	identifies: z.int(),
	resumes: z.int(),
});

const tourTarget = z.enum(['people', 'servers', 'composer', 'direct-messages', 'clock', 'inspector']);

export const tourStep = z.object({ title: z.string(), text: z.string(), target: tourTarget });
export type TourStep = z.infer<typeof tourStep>;

/** Everything that one person sees, when they begin to look. */
export const scene = z.object({
	meId: z.string(),
	/** The server where this person is most: where they are looked for first. */
	homeId: z.string().optional(),
	/** Whom the page can be, with what they are. */
	cast: z.array(z.object({ id: z.string(), part: z.string() })),
	people: z.array(person),
	botId: z.string(),
	servers: z.array(server),
	dmChannelId: z.string(),
	messages: z.array(shownMessage),
	requests: z.array(shownRequest),
	troubles,
	gateway: gatewayState,
	/** Epoch milliseconds of the sandbox clock. */
	now: z.number(),
	/** Whether somebody knows when the bot will write by itself. */
	knowsNextMessage: z.boolean(),
	tour: z.array(tourStep),
});
export type Scene = z.infer<typeof scene>;
