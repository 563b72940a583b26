import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { SandboxClock } from '../clock.ts';
import type { Events } from '../events.ts';
import type { Guests } from '../http/guests.ts';
import { type Connection, openConnection } from './connection.ts';
import { shardGets } from './session.ts';
import { createSessions, type SessionParts } from './sessions.ts';
import { createTraffic, type GatewayTraffic } from './traffic.ts';

export const gatewayPath = '/gw';

export interface Dispatch {
	event: string;
	/** The event goes to the guild's shard, or to shard 0 without one. */
	guildId: string | undefined;
	/** Sent to sessions with one of these intents; 0 needs none. */
	intents: number;
	data: (intents: number) => unknown;
}

export interface GatewayFaults {
	/** Closes every connection with `code`, or cuts it without one. */
	dropGateway(options?: { code?: number }): void;
	/** Asks the bot to reconnect. */
	op7(): void;
	/** Tells the bot that its session is invalid. */
	op9(resumable: boolean): void;
	/** Asks for a heartbeat at once. */
	op1(): void;
	/** Stops acknowledging heartbeats, or starts again with `false`. */
	muteAcks(muted?: boolean): void;
	/** Loses every session, so that the next resume fails and events meanwhile are lost. */
	forgetSessions(): void;
	/** Refuses each login with a close code until called with `undefined`. */
	refuseIdentify(code: number | undefined): void;
}

export interface Gateway {
	dispatch(dispatch: Dispatch): void;
	traffic: GatewayTraffic;
	faults: GatewayFaults;
	close(): Promise<void>;
}

export interface GatewayParts extends Omit<SessionParts, 'traffic' | 'refusesIdentify'> {
	server: Server;
	/** Takes a WebSocket request that is not for the gateway, or answers false. */
	takesUpgrade: Guests['takesUpgrade'];
	clock: SandboxClock;
	events: Events;
	heartbeatInterval: number;
	sendLimit: { limit: number; perMs: number };
	onProblem(problem: string): void;
}

/** The WebSocket side: every connection of the bot, its sessions, and the faults that can be played on them. */
export function createGateway(parts: GatewayParts): Gateway {
	const { events, onProblem } = parts;
	const traffic = createTraffic();
	const connections = new Set<Connection>();
	const sockets = new WebSocketServer({ noServer: true });
	let muted = false;
	let loginRefusal: number | undefined;
	const sessions = createSessions({ ...parts, traffic, refusesIdentify: () => loginRefusal });

	const tell = () => {
		traffic.connected = sessions.all().filter((session) => session.connected()).length;
		events.emit({ type: 'gateway', traffic });
	};

	sockets.on('connection', (socket, request) => {
		traffic.connections += 1;
		const query = new URL(request.url ?? '', 'http://localhost').searchParams;
		const connection = openConnection(socket, {
			...parts,
			traffic,
			acknowledgesBeats: () => !muted,
			onBeat: tell,
			onFrame(from, frame) {
				sessions.handle(from, frame, (text) => socket.send(text));
				tell();
			},
			onClose(from, code) {
				connections.delete(from);
				from.session?.disconnect(from);
				// The bot's own 1000 and 1001 end a session for good.
				if (from.session && (code === 1000 || code === 1001 || from.session.forgotten()))
					sessions.remove(from.session);
				tell();
			},
		});
		connections.add(connection);
		tell();
		const fault = queryFault(query);
		if (fault) {
			onProblem(`Gateway asked for with ${fault}`);
			connection.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.');
		}
	});

	parts.server.on('upgrade', (request, socket, head) => {
		if (request.url?.split(/[/?]/)[1] === gatewayPath.slice(1))
			sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
		else if (!parts.takesUpgrade(request, socket, head)) socket.destroy();
	});

	return {
		traffic,
		dispatch({ event, guildId, intents, data }) {
			for (const session of sessions.all()) {
				if (!shardGets(session, guildId) || (intents && !(session.intents & intents))) continue;
				traffic.dispatched[event] = (traffic.dispatched[event] ?? 0) + 1;
				session.dispatch(event, data(session.intents));
			}
		},
		faults: {
			dropGateway({ code } = {}) {
				for (const connection of connections) code === undefined ? connection.cut() : connection.close(code);
			},
			op7() {
				for (const connection of connections) connection.send({ op: GatewayOpcodes.Reconnect });
			},
			op9(resumable) {
				for (const connection of connections) {
					if (!connection.session) continue;
					connection.session.disconnect(connection);
					if (!resumable) sessions.remove(connection.session);
					connection.session = undefined;
					connection.send({ op: GatewayOpcodes.InvalidSession, d: resumable });
				}
				tell();
			},
			op1() {
				for (const connection of connections) connection.send({ op: GatewayOpcodes.Heartbeat });
			},
			muteAcks(mute = true) {
				muted = mute;
			},
			forgetSessions() {
				for (const session of sessions.all()) {
					session.forget();
					if (!session.connected()) sessions.remove(session);
				}
			},
			refuseIdentify(code) {
				loginRefusal = code;
			},
		},
		async close() {
			for (const connection of connections) connection.cut();
			await new Promise((done) => sockets.close(done));
		},
	};
}

function queryFault(query: URLSearchParams): string | undefined {
	if (query.get('v') !== '10') return `version ${query.get('v')}, only 10 is known`;
	if ((query.get('encoding') ?? 'json') !== 'json')
		return `encoding ${query.get('encoding')}, only json is known`;
	if (query.get('compress')) return `compress ${query.get('compress')}, only plain text is known`;
	return undefined;
}
