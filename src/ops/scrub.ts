/** Bot tokens, and the interaction tokens inside Discord's paths. */
const SECRETS = [
	/\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
	/(?<=\/(?:interactions|webhooks)\/\d{1,20}\/)[^/\s?]+/g,
	/(?<=\b(?:rediss?|redis-[a-z]+):\/\/[^@\s/]*:)[^@\s/]+(?=@)/g,
	/(?<=\bBot )\S+/g,
];

/** Takes tokens and passwords out of a text that is about to be written somewhere. */
export function scrub(text: string): string {
	return SECRETS.reduce((cleaned, secret) => cleaned.replace(secret, '[secret]'), text);
}
