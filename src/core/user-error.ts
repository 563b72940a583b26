/** A refusal with words for the member: shown as it is, and not logged unless it has a `cause`. */
export class UserError extends Error {
	override name = 'UserError';
}
