import { z } from 'zod';
import { command } from '../../wire/command.ts';
import { gatewayState, scene, troubles } from './scene.ts';
import { shownInteraction } from './shown-interaction.ts';
import { shownMessage } from './shown-message.ts';
import { requestDetails, shownRequest } from './shown-request.ts';

/** What the server tells the page: news, and answers to what the page did. */
export const toPage = z.discriminatedUnion('type', [
	z.object({ type: z.literal('answer'), re: z.int(), value: z.unknown().optional() }),
	z.object({ type: z.literal('refused'), re: z.int(), why: z.string() }),
	z.object({ type: z.literal('scene'), scene }),
	z.object({ type: z.literal('message'), message: shownMessage }),
	z.object({ type: z.literal('message-gone'), channelId: z.string(), messageId: z.string() }),
	z.object({ type: z.literal('interaction'), interaction: shownInteraction }),
	z.object({ type: z.literal('typing'), channelId: z.string() }),
	z.object({ type: z.literal('commands-changed') }),
	z.object({ type: z.literal('clock'), now: z.number() }),
	z.object({ type: z.literal('request'), request: shownRequest }),
	z.object({ type: z.literal('gateway'), gateway: gatewayState }),
	z.object({ type: z.literal('troubles'), troubles }),
]);
export type ToPage = z.infer<typeof toPage>;

export const choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });
export type Choice = z.infer<typeof choice>;

/** The value of an answer, by what was done. Whatever is not named here has none. */
export const answers = {
	look: scene,
	commands: z.object({ commands: z.array(command) }),
	suggest: z.object({ choices: z.array(choice) }),
	request: requestDetails,
	slash: z.object({ interactionId: z.string() }),
	click: z.object({ interactionId: z.string() }),
	select: z.object({ interactionId: z.string() }),
	submit: z.object({ interactionId: z.string() }),
	menu: z.object({ interactionId: z.string() }),
} as const;
