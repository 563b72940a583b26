import { z } from 'zod';
import { component } from './component.ts';
import { withoutNulls } from './without-nulls.ts';

const embed = z.record(z.string(), z.unknown());

const allowedMentions = z.looseObject({
	parse: z.array(z.string()).optional(),
	users: z.array(z.coerce.string()).optional(),
	roles: z.array(z.coerce.string()).optional(),
});

export type AllowedMentions = z.infer<typeof allowedMentions>;

/** The body of a message to make or change. `null` on an edit empties a field; a missing key leaves it. */
export const messageBody = z.looseObject({
	content: z.string().nullish(),
	tts: z.boolean().nullish(),
	embeds: z.array(embed).nullish(),
	components: z.preprocess(withoutNulls, z.array(component).nullish()),
	flags: z.int().nullish(),
	allowed_mentions: allowedMentions.nullish(),
	attachments: z
		.array(
			z.looseObject({
				id: z.coerce.string(),
				filename: z.string().nullish(),
				description: z.string().nullish(),
			}),
		)
		.nullish(),
	nonce: z.union([z.string(), z.number()]).nullish(),
	enforce_nonce: z.boolean().nullish(),
	message_reference: z.looseObject({ message_id: z.coerce.string() }).nullish(),
	poll: z.record(z.string(), z.unknown()).nullish(),
});

export type MessageBody = z.infer<typeof messageBody>;

/** A file of a multipart request: `index` is the n of `files[n]`. */
export interface UploadedFile {
	index: number;
	filename: string;
	contentType: string;
	bytes: Uint8Array;
}
