import { randomBytes } from 'node:crypto';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { renderGuildCreate, renderMember } from '../render/guild.ts';
import { renderUser } from '../render/user.ts';
import { memberOf, type Store } from '../store/store.ts';
import type { Connection } from './connection.ts';
import type { BotFrame, Identify, RequestMembers, Resume } from './frames.ts';
import { createSession, type Session, shardGets } from './session.ts';
import type { GatewayTraffic } from './traffic.ts';

const allIntents = Object.values(GatewayIntentBits).reduce<number>(
	(all, bit) => (typeof bit === 'number' ? all | bit : all),
	0,
);
const privilegedIntents =
	GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export interface SessionParts {
	store: Store;
	token: string;
	applicationId: string;
	botUserId: string;
	gatewayUrl: string;
	/** Privileged intents that the application was granted. */
	grantedIntents: number;
	traffic: GatewayTraffic;
	/** A close code with which the next logins are refused, if any. */
	refusesIdentify: () => number | undefined;
}

/** Begins, resumes and forgets sessions, and answers what the bot asks of one. */
export function createSessions(parts: SessionParts) {
	const { store, traffic, botUserId } = parts;
	const sessions = new Map<string, Session>();

	function attach(connection: Connection, session: Session, send: (frame: string) => void) {
		connection.session = session;
		session.connect(connection, send);
	}

	function identify(connection: Connection, data: Identify, send: (frame: string) => void) {
		traffic.identifies += 1;
		if (connection.session) return connection.close(GatewayCloseCodes.AlreadyAuthenticated);
		const refusal = parts.refusesIdentify() ?? faultOf(data, parts);
		if (refusal !== undefined) return connection.close(refusal, closeReasons[refusal]);
		const session = createSession(
			randomBytes(16).toString('hex'),
			Number(data.intents),
			data.shard ?? [0, 1],
		);
		sessions.set(session.id, session);
		attach(connection, session, send);
		const guilds = [...store.guilds.values()].filter(
			(guild) => guild.botInstalled && shardGets(session, guild.id),
		);
		const bot = store.users.get(botUserId);
		session.dispatch('READY', {
			v: 10,
			user: bot && { ...renderUser(bot), verified: true, mfa_enabled: false },
			guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
			session_id: session.id,
			session_type: 'normal',
			resume_gateway_url: parts.gatewayUrl,
			shard: session.shard,
			application: { id: parts.applicationId, flags: 0 },
		});
		if (!(session.intents & GatewayIntentBits.Guilds)) return;
		for (const guild of guilds) session.dispatch('GUILD_CREATE', renderGuildCreate(store, guild, botUserId));
	}

	function resume(connection: Connection, data: Resume, send: (frame: string) => void) {
		if (connection.session) return connection.close(GatewayCloseCodes.AlreadyAuthenticated);
		if (!isToken(data.token, parts)) return connection.close(GatewayCloseCodes.AuthenticationFailed);
		const known = sessions.get(data.session_id);
		const session = known?.forgotten() ? undefined : known;
		if (session && data.seq > session.seq()) return connection.close(GatewayCloseCodes.InvalidSeq);
		if (session) attach(connection, session, send);
		if (!session?.replay(data.seq)) {
			traffic.invalidSessions += 1;
			session?.disconnect(connection);
			connection.session = undefined;
			return connection.send({ op: GatewayOpcodes.InvalidSession, d: false });
		}
		traffic.resumes += 1;
		session.dispatch('RESUMED', { _trace: [] });
	}

	function sendMembers(session: Session, request: RequestMembers): void {
		const guild = store.guilds.get(request.guild_id);
		if (!guild) return;
		const asked = request.user_ids === undefined ? undefined : [request.user_ids].flat();
		const prefix = request.query?.toLowerCase() ?? '';
		const found = guild.members.filter((member) =>
			asked
				? asked.includes(member.userId)
				: store.users.get(member.userId)?.username.toLowerCase().startsWith(prefix),
		);
		session.dispatch('GUILD_MEMBERS_CHUNK', {
			guild_id: guild.id,
			members: found.slice(0, request.limit || undefined).map((member) => renderMember(store, member)),
			chunk_index: 0,
			chunk_count: 1,
			not_found: asked?.filter((id) => !memberOf(guild, id)) ?? [],
			...(request.nonce !== undefined && { nonce: request.nonce }),
		});
	}

	return {
		all: () => [...sessions.values()],
		remove: (session: Session) => sessions.delete(session.id),
		handle(connection: Connection, frame: BotFrame, send: (frame: string) => void) {
			if (frame.op === 'unknown') return connection.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
			if (frame.op === GatewayOpcodes.Identify) return identify(connection, frame.identify, send);
			if (frame.op === GatewayOpcodes.Resume) return resume(connection, frame.resume, send);
			if (!connection.session)
				return connection.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
			if (frame.op === GatewayOpcodes.RequestGuildMembers) sendMembers(connection.session, frame.request);
		},
	};
}

const closeReasons: Record<number, string> = {
	[GatewayCloseCodes.AuthenticationFailed]: 'Authentication failed.',
	[GatewayCloseCodes.InvalidShard]: 'Invalid shard.',
	[GatewayCloseCodes.InvalidIntents]: 'Invalid intent(s).',
	[GatewayCloseCodes.DisallowedIntents]: 'Disallowed intent(s).',
};

function faultOf(data: Identify, parts: SessionParts): GatewayCloseCodes | undefined {
	if (!isToken(data.token, parts)) return GatewayCloseCodes.AuthenticationFailed;
	const { intents, shard } = data;
	if (typeof intents !== 'number' || !Number.isSafeInteger(intents) || intents < 0 || intents & ~allIntents)
		return GatewayCloseCodes.InvalidIntents;
	if (shard && (shard[0] < 0 || shard[0] >= shard[1])) return GatewayCloseCodes.InvalidShard;
	if (intents & privilegedIntents & ~parts.grantedIntents) return GatewayCloseCodes.DisallowedIntents;
	return undefined;
}

/** Some clients send the token the way REST has it, and Discord lets them in. */
function isToken(given: string, { token }: SessionParts): boolean {
	return given === token || given === `Bot ${token}`;
}
