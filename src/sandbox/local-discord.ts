import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandboxClock, type SandboxClock } from './clock.ts';
import { type Actor, createActor } from './driver/actor.ts';
import { channelAt, type Where } from './driver/places.ts';
import { createEvents, type Listener } from './events.ts';
import { createRouteFaults, type RouteFaults } from './faults.ts';
import { createGateway, type GatewayFaults, gatewayPath } from './gateway/gateway.ts';
import type { GatewayTraffic } from './gateway/traffic.ts';
import { createGuests, type Guests } from './http/guests.ts';
import { createRestServer } from './http/rest-server.ts';
import type { InteractionView } from './interactions/interaction.ts';
import { viewOf } from './interactions/interaction.ts';
import { createLedger } from './interactions/ledger.ts';
import { createMessageBook } from './messages/message-book.ts';
import { createNonces } from './messages/nonces.ts';
import { defaultHeartbeatInterval, defaultNonceWindowMs, type LocalDiscordOptions } from './options.ts';
import { createWindows, defaultRateLimits, type RateLimits } from './rate-limits.ts';
import type { RenderContext } from './render/message.ts';
import { createRequestLog, type RequestRecord } from './request-log.ts';
import { createRoutes } from './routes/all-routes.ts';
import { createSnowflakes } from './snowflakes.ts';
import type { LocalDiscordState, User } from './store/state.ts';
import { createStore, snapshotOf } from './store/store.ts';
import { createUntil, type Until } from './until.ts';
import { createUserFaults, type UserFaults } from './user-faults.ts';
import { createWorld, type World } from './world.ts';

/** A Discord of one's own on the loopback address: REST, gateway, and users that a test or page drives. */
export interface LocalDiscord {
	/** What `DISCORD_API_URL` is set to. */
	apiUrl: string;
	/** `http://127.0.0.1:PORT`, where attachments are served. */
	origin: string;
	token: string;
	applicationId: string;
	botUserId: string;
	clock: Pick<SandboxClock, 'now' | 'advance' | 'set'>;
	world: World;
	/** A user at a place; an actor per pair is cheap and keeps nothing of its own. */
	member(userId: string, where: Where): Actor;
	faults: UserFaults & GatewayFaults & Pick<RouteFaults, 'onRoute'>;
	/** The bot's REST requests, oldest first. */
	requests: readonly RequestRecord[];
	gatewayTraffic: Readonly<GatewayTraffic>;
	interaction(id: string): InteractionView | undefined;
	/** Unknown endpoints asked for, bodies refused, and answers of ours that break Discord's schema: nothing in a healthy test. */
	problems(): string[];
	on(listener: Listener): () => void;
	until: Until;
	snapshot(): LocalDiscordState;
	/** Lets someone answer on the same port, before the local Discord itself. */
	welcome: Guests['welcome'];
	close(): Promise<void>;
}

/** Starts a local Discord; `close` leaves nothing behind. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	const origin = `http://127.0.0.1:${port}`;
	const gatewayUrl = `ws://127.0.0.1:${port}${gatewayPath}`;

	const clock = createSandboxClock(options.now);
	const snowflakes = createSnowflakes(clock.now, options.state?.lastSnowflake);
	const nextId = snowflakes.next;
	const store = createStore(options.state);
	const events = createEvents();
	const problems: string[] = [];
	const onProblem = (problem: string) => problems.push(problem);
	clock.onMove((now) => events.emit({ type: 'clock-moved', now }));

	const botUserId = options.state?.botUserId ?? nextId();
	const applicationId = botUserId;
	if (!store.users.has(botUserId)) store.users.set(botUserId, newBot(botUserId));
	const token = `${Buffer.from(botUserId).toString('base64url')}.local.${randomBytes(27).toString('base64url')}`;
	const limits: RateLimits = { ...defaultRateLimits, ...options.rateLimits };
	const windows = createWindows(clock.elapsed);

	const guests = createGuests();
	const gateway = createGateway({
		server,
		takesUpgrade: guests.takesUpgrade,
		store,
		clock,
		events,
		token,
		applicationId,
		botUserId,
		gatewayUrl,
		grantedIntents: options.grantedIntents ?? 0,
		heartbeatInterval: options.heartbeatInterval ?? defaultHeartbeatInterval,
		sendLimit: limits.gatewaySends,
		onProblem,
	});
	const render: RenderContext = { store, origin, applicationId };
	const shared = { store, render, clock, events, nextId, gateway, now: clock.now, applicationId, botUserId };
	const ledger = createLedger(clock, events, nextId);
	const messages = createMessageBook(shared);
	const log = createRequestLog();
	const faults = createRouteFaults();
	const nonces = createNonces(clock.elapsed, options.nonceWindowMs ?? defaultNonceWindowMs);
	const { traffic } = gateway;
	const routes = createRoutes({ ...shared, gatewayUrl, traffic, ledger, messages, nonces, limits, windows });
	server.on(
		'request',
		guests.before(
			createRestServer({ ...shared, token, limits, windows, faults, log, ledger, routes, onProblem }),
		),
	);
	const world = createWorld(shared);
	const driver = { ...shared, world, origin, ledger, messages, closedModals: new Set<string>() };

	function userFor(id: string): User {
		const user = store.users.get(id);
		if (!user) throw new Error(`There is no user ${id}`);
		return user;
	}

	function describe(): string {
		const recent = log.records.slice(-8).map(({ method, path, status }) => `${method} ${path} → ${status}`);
		return [
			`Gateway connections: ${traffic.connected}, logins: ${traffic.identifies}`,
			`Last requests: ${recent.join('; ') || 'none'}`,
			`Problems: ${problems.join('; ') || 'none'}`,
		].join('. ');
	}

	return {
		apiUrl: `${origin}/api`,
		origin,
		token,
		applicationId,
		botUserId,
		clock,
		world,
		member: (userId, where) => createActor(driver, userFor(userId), channelAt(driver, where, userId)),
		faults: {
			...gateway.faults,
			onRoute: faults.onRoute,
			...createUserFaults(store, events),
		},
		requests: log.records,
		gatewayTraffic: traffic,
		interaction(id) {
			const interaction = ledger.get(id);
			return interaction && viewOf(interaction);
		},
		problems: () => [...problems],
		on: events.on,
		until: createUntil(events, describe),
		snapshot: () => snapshotOf(store, botUserId, snowflakes.last()),
		welcome: guests.welcome,
		async close() {
			clock.stop();
			await gateway.close();
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

function newBot(id: string): User {
	return {
		id,
		username: 'gutsy',
		globalName: 'Gutsy',
		locale: 'en-US',
		bot: true,
		appInstalled: false,
		dms: 'open',
	};
}
