import type { ApiError } from './contract/check-request.ts';
import { type Answer, answerJson, answerRateLimited } from './http/answer.ts';

/** An error that Discord answers instead of doing what was asked. */
export class Refusal extends Error {
	override name = 'Refusal';
	readonly answer: Answer;

	constructor(message: string, answer: Answer) {
		super(message);
		this.answer = answer;
	}
}

/** HTTP status, code and words as in Discord's documentation. */
export function refuseWith({ status, ...body }: ApiError): Refusal {
	return new Refusal(body.message, answerJson(body, status));
}

const known = {
	unauthorized: [401, 0, '401: Unauthorized'],
	unknownRoute: [404, 0, '404: Not Found'],
	notJson: [400, 50109, 'The request body contains invalid JSON.'],
	emptyMessage: [400, 50006, 'Cannot send an empty message'],
	invalidRecipient: [400, 50033, 'Invalid Recipient(s)'],
	alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
	tooManyFollowUps: [400, 40094, 'Maximum number of follow-up messages for this interaction reached'],
	tooManyCommands: [400, 30032, 'Maximum number of application commands reached'],
	webhookTokenExpired: [401, 50027, 'Invalid Webhook Token'],
	notYourApplication: [403, 20012, 'You are not authorized to perform this action on this application'],
	openingDmsTooFast: [403, 40003, 'You are opening direct messages too fast.'],
	missingAccess: [403, 50001, 'Missing Access'],
	othersMessage: [403, 50005, 'Cannot edit a message authored by another user'],
	cannotSendToUser: [403, 50007, 'Cannot send messages to this user'],
	missingPermission: [403, 50013, 'Missing Permissions'],
	noMutualGuild: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
	unknownChannel: [404, 10003, 'Unknown Channel'],
	unknownGuild: [404, 10004, 'Unknown Guild'],
	unknownMember: [404, 10007, 'Unknown Member'],
	unknownMessage: [404, 10008, 'Unknown Message'],
	unknownRole: [404, 10011, 'Unknown Role'],
	unknownUser: [404, 10013, 'Unknown User'],
	unknownWebhook: [404, 10015, 'Unknown Webhook'],
	unknownInteraction: [404, 10062, 'Unknown interaction'],
	unknownCommand: [404, 10063, 'Unknown application command'],
	invalidRole: [400, 50028, 'Invalid role'],
	uploadTooLarge: [413, 40005, 'Request entity too large'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

export function refuse(reason: keyof typeof known): Refusal {
	const [status, code, message] = known[reason];
	return refuseWith({ status, code, message });
}

/** Discord's "Invalid Form Body" with one fault at a dotted path, such as `content` or `data.components`. */
export function refuseField(path: string, code: string, message: string): Refusal {
	const leaf: unknown = { _errors: [{ code, message }] };
	const errors = path.split('.').reduceRight((inner: unknown, key) => ({ [key]: inner }), leaf);
	return refuseWith({ status: 400, code: 50035, message: 'Invalid Form Body', errors });
}

/** The daily limit of new commands, which Discord answers as a rate limit with a code. */
export function refuseNewCommands(retryAfterMs: number): Refusal {
	const message = 'Max number of daily application command creates has been reached (200)';
	return new Refusal(message, answerRateLimited({ scope: 'user', retryAfterMs, code: 30034, message }));
}
