/** A refusal with words for the member: shown as it is, logged as an ordinary outcome. */
export class UserError extends Error {
	override name = 'UserError';
}
