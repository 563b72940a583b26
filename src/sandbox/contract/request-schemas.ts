import * as spec from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import type {
	ChoicesBody,
	CommandBody,
	Maybe,
	MessageBody,
	ModalBody,
	PrivateChannelBody,
} from './bodies.ts';
import type { FormIssue } from './form-error.ts';
import { formIssues } from './form-issues.ts';
import { sharpenSchema } from './sharpen-schema.ts';

export type BodyReading<Body> = { body: Body; issues?: never } | { body?: never; issues: FormIssue[] };

/** Reads a request body by Discord's schema: the body with ids as strings and integers as numbers, or complaints. */
export type BodyReader<Body> = (body: unknown) => BodyReading<Body>;

interface CallbackBody<Data> {
	type: number;
	data?: Maybe<Data>;
}

// Discord takes ids as integers too, which the document does not say.
const snowflake = z.pipe(
	z.transform((value: unknown) =>
		typeof value === 'number' && Number.isInteger(value) && value >= 0 ? BigInt(value).toString() : value,
	),
	spec.SnowflakeTypeSchema,
);

const sharpening = {
	replace: new Map<z.core.$ZodType, z.core.$ZodType>([[spec.SnowflakeTypeSchema, snowflake]]),
	numericStrings: true,
};

function bodyReader<Body>(schema: z.core.$ZodType): BodyReader<Body> {
	let sharpened: z.core.$ZodType | undefined;
	return (body) => {
		sharpened ??= sharpenSchema(schema, sharpening);
		const result = z.safeParse(sharpened, body, { reportInput: true });
		// `Body` names the fields of the generated schema that the rules read; bodies.ts is kept in step with it.
		return result.success ? { body: result.data as Body } : { issues: formIssues(result.error.issues) };
	};
}

export const readCommand = bodyReader<CommandBody>(spec.ApplicationCommandCreateRequestSchema);
export const readCommandPatch = bodyReader<CommandBody>(spec.ApplicationCommandPatchRequestPartialSchema);
export const readCommandList = bodyReader<CommandBody[]>(
	z.array(spec.ApplicationCommandUpdateRequestSchema).check(z.maxLength(130)),
);
export const readPrivateChannel = bodyReader<PrivateChannelBody>(spec.CreatePrivateChannelRequestSchema);
export const readMessage = bodyReader<MessageBody>(spec.MessageCreateRequestSchema);
export const readMessageEdit = bodyReader<MessageBody>(spec.MessageEditRequestPartialSchema);
export const readFollowUp = bodyReader<MessageBody>(spec.IncomingWebhookRequestPartialSchema);
export const readReplyEdit = bodyReader<MessageBody>(spec.IncomingWebhookUpdateRequestPartialSchema);

export const readMessageCallback = bodyReader<CallbackBody<MessageBody>>(
	spec.CreateMessageInteractionCallbackRequestSchema,
);
export const readUpdateCallback = bodyReader<CallbackBody<MessageBody>>(
	spec.UpdateMessageInteractionCallbackRequestSchema,
);
export const readChoicesCallback = bodyReader<CallbackBody<ChoicesBody>>(
	spec.ApplicationCommandAutocompleteCallbackRequestSchema,
);
export const readModalCallback = bodyReader<{ type: number; data: ModalBody }>(
	spec.ModalInteractionCallbackRequestSchema,
);
