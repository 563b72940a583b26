import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Someone who answers on the local Discord's port besides itself. False leaves a request to the others. */
export interface HttpGuest {
	request(request: IncomingMessage, response: ServerResponse): boolean;
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

export type Guests = ReturnType<typeof createGuests>;

/** Those who share the port. */
export function createGuests() {
	const guests = new Set<HttpGuest>();
	return {
		/** The answer sends the guest away again. */
		welcome(guest: HttpGuest): () => void {
			guests.add(guest);
			return () => {
				guests.delete(guest);
			};
		},
		before(rest: (request: IncomingMessage, response: ServerResponse) => void) {
			return (request: IncomingMessage, response: ServerResponse) => {
				if (![...guests].some((guest) => guest.request(request, response))) rest(request, response);
			};
		},
		takesUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) =>
			[...guests].some((guest) => guest.upgrade(request, socket, head)),
	};
}
