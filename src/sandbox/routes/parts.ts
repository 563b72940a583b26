import type { SandboxClock } from '../clock.ts';
import type { Events } from '../events.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { GatewayTraffic } from '../gateway/traffic.ts';
import type { Ledger } from '../interactions/ledger.ts';
import type { MessageBook } from '../messages/message-book.ts';
import type { Nonces } from '../messages/nonces.ts';
import type { RateLimits, Windows } from '../rate-limits.ts';
import type { RenderContext } from '../render/message.ts';
import type { Store } from '../store/store.ts';

/** What endpoints work with. */
export interface RouteParts {
	store: Store;
	render: RenderContext;
	clock: SandboxClock;
	events: Events;
	nextId: () => string;
	applicationId: string;
	botUserId: string;
	gateway: Pick<Gateway, 'dispatch'>;
	gatewayUrl: string;
	traffic: GatewayTraffic;
	ledger: Ledger;
	messages: MessageBook;
	nonces: Nonces;
	limits: RateLimits;
	windows: Windows;
}
