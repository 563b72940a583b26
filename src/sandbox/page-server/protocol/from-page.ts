import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/);
const file = z.object({ filename: z.string().min(1), contentType: z.string(), base64: z.base64() });
const optionValue = z.union([z.string(), z.number(), z.boolean(), file]);
const fieldValue = z.union([z.string(), z.boolean(), z.array(z.string()), z.array(file)]);
const options = z.record(z.string(), optionValue);

export type PageFile = z.infer<typeof file>;
export type OptionValue = z.infer<typeof optionValue>;
export type FieldValue = z.infer<typeof fieldValue>;

/** Where the page may take the clock: on by milliseconds, to an instant, back to the real time, or to when the bot next writes. */
const move = z.union([
	z.object({ by: z.number() }),
	z.object({ to: z.number() }),
	z.literal(['real-time', 'next-message']),
]);

const fault = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('dms'), userId: id, open: z.boolean() }),
	z.object({ kind: z.literal('gateway') }),
	z.object({ kind: z.literal('requests'), answer: z.enum(['ordinary', '429', '500']) }),
	z.object({ kind: z.literal('store'), running: z.boolean() }),
]);

/** What the person on the page does, where they are. */
export const deed = z.discriminatedUnion('do', [
	/** As the first of the cast where nobody is named, or somebody who is not there any more. */
	z.object({ do: z.literal('look'), userId: id.optional() }),
	z.object({ do: z.literal('commands'), channelId: id }),
	z.object({ do: z.literal('slash'), channelId: id, name: z.string(), options }),
	z.object({ do: z.literal('suggest'), channelId: id, name: z.string(), options, focused: z.string() }),
	z.object({ do: z.literal('click'), channelId: id, messageId: id, customId: z.string() }),
	z.object({
		do: z.literal('select'),
		channelId: id,
		messageId: id,
		customId: z.string(),
		values: z.array(z.string()),
	}),
	z.object({
		do: z.literal('submit'),
		channelId: id,
		interactionId: id,
		fields: z.record(z.string(), fieldValue),
	}),
	z.object({
		do: z.literal('menu'),
		channelId: id,
		name: z.string(),
		target: z.union([z.object({ messageId: id }), z.object({ userId: id })]),
	}),
	z.object({ do: z.literal('say'), channelId: id, text: z.string().min(1).max(2000) }),
	z.object({ do: z.literal('dismiss'), channelId: id, messageId: id }),
	z.object({ do: z.literal('clock'), move }),
	z.object({ do: z.literal('fault'), fault }),
	z.object({ do: z.literal('request'), requestId: z.int() }),
]);
export type Deed = z.infer<typeof deed>;
export type ClockMove = z.infer<typeof move>;
export type PlayedFault = z.infer<typeof fault>;

/** `re` comes back with the answer. */
export const fromPage = z.object({ re: z.int(), deed });
