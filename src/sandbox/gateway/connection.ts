import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { SandboxClock } from '../clock.ts';
import { type BotFrame, parseFrame } from './frames.ts';
import type { Session } from './session.ts';
import type { GatewayTraffic } from './traffic.ts';

/** Discord closes a connection whose frames are larger. */
const maxFrameBytes = 4096;

/** A connection without a beat for so many intervals is taken for dead. */
const missedBeats = 3;

/** One WebSocket of the bot, before and after it has a session. */
export interface Connection {
	session: Session | undefined;
	send(frame: { op: GatewayOpcodes; d?: unknown }): void;
	close(code: number, reason?: string): void;
	/** Ends it without a close frame, as when the network fails. */
	cut(): void;
}

export interface ConnectionParts {
	clock: SandboxClock;
	traffic: GatewayTraffic;
	heartbeatInterval: number;
	sendLimit: { limit: number; perMs: number };
	acknowledgesBeats: () => boolean;
	/** Frames that belong to sessions; heartbeats are answered here. */
	onFrame(connection: Connection, frame: BotFrame): void;
	onBeat(): void;
	onClose(connection: Connection, code: number): void;
}

export function openConnection(socket: WebSocket, parts: ConnectionParts): Connection {
	const { clock, traffic, heartbeatInterval, sendLimit } = parts;
	const received: number[] = [];
	let closedWith: number | undefined;
	let watchdog: NodeJS.Timeout;

	const connection: Connection = {
		session: undefined,
		send: (frame) => socket.send(JSON.stringify({ d: null, s: null, t: null, ...frame })),
		close(code, reason = '') {
			if (closedWith !== undefined) return;
			closedWith = code;
			socket.close(code, reason);
		},
		cut() {
			closedWith = 1006;
			socket.terminate();
		},
	};

	function tooManyFrames(): boolean {
		const now = clock.elapsed();
		received.push(now);
		while ((received[0] ?? now) <= now - sendLimit.perMs) received.shift();
		return received.length > sendLimit.limit;
	}

	function watch(): void {
		clearTimeout(watchdog);
		watchdog = setTimeout(
			() => connection.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.'),
			heartbeatInterval * missedBeats,
		);
		watchdog.unref();
	}

	socket.on('message', (data, isBinary) => {
		if (closedWith !== undefined) return;
		traffic.framesReceived += 1;
		const text = data.toString();
		if (isBinary || Buffer.byteLength(text) > maxFrameBytes)
			return connection.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
		if (tooManyFrames())
			return connection.close(GatewayCloseCodes.RateLimited, 'You are being rate limited.');
		const frame = parseFrame(text);
		if (!frame) return connection.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
		if (frame.op !== GatewayOpcodes.Heartbeat) return parts.onFrame(connection, frame);
		traffic.heartbeats += 1;
		watch();
		if (parts.acknowledgesBeats()) connection.send({ op: GatewayOpcodes.HeartbeatAck });
		parts.onBeat();
	});
	// A peer that vanishes is an ordinary close here; 'close' follows.
	socket.on('error', () => undefined);
	socket.on('close', (code) => {
		clearTimeout(watchdog);
		traffic.closes.push({ by: closedWith === undefined ? 'bot' : 'discord', code: closedWith ?? code });
		parts.onClose(connection, closedWith ?? code);
	});

	connection.send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatInterval } });
	watch();
	return connection;
}
