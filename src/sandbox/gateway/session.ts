import { GatewayOpcodes } from 'discord-api-types/v10';

/** Dispatches that a session keeps for a resume; older ones are gone and the bot must identify again. */
const replayLimit = 2000;

/** What one IDENTIFY began. It outlives its connection so that the bot can resume it. */
export interface Session {
	readonly id: string;
	readonly intents: number;
	readonly shard: readonly [index: number, count: number];
	/** The number of the latest dispatch. */
	seq(): number;
	/** Keeps a dispatch for replay and sends it when there is a connection. */
	dispatch(event: string, data: unknown): void;
	/** Sends everything after `seq` again; false when it is kept no longer. */
	replay(seq: number): boolean;
	/** Gives the session to a connection; an earlier one loses it. */
	connect(owner: object, send: (frame: string) => void): void;
	/** Takes the session from a connection, if it still is that one's. */
	disconnect(owner: object): void;
	connected(): boolean;
	/** Makes a resume impossible, though the present connection lives on. */
	forget(): void;
	forgotten(): boolean;
}

export function createSession(id: string, intents: number, shard: readonly [number, number]): Session {
	let seq = 0;
	let forgotten = false;
	let connection: { owner: object; send: (frame: string) => void } | undefined;
	const kept: { seq: number; frame: string }[] = [];

	return {
		id,
		intents,
		shard,
		seq: () => seq,
		dispatch(event, data) {
			seq += 1;
			const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, d: data, s: seq, t: event });
			kept.push({ seq, frame });
			if (kept.length > replayLimit) kept.shift();
			connection?.send(frame);
		},
		replay(since) {
			const oldest = kept[0]?.seq ?? seq + 1;
			if (since < oldest - 1) return false;
			for (const dispatch of kept) if (dispatch.seq > since) connection?.send(dispatch.frame);
			return true;
		},
		connect(owner, send) {
			connection = { owner, send };
		},
		disconnect(owner) {
			if (connection?.owner === owner) connection = undefined;
		},
		connected: () => connection !== undefined,
		forget() {
			forgotten = true;
		},
		forgotten: () => forgotten,
	};
}

/** Whether a session's shard gets the events of a guild; direct messages belong to shard 0. */
export function shardGets(session: Session, guildId: string | undefined): boolean {
	const [index, count] = session.shard;
	if (guildId === undefined) return index === 0;
	return Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
}
