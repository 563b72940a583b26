/** Something the person at the keyboard has to see to; the message is meant for them. */
export class PrepareError extends Error {
	name = 'PrepareError';
}
