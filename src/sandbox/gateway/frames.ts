import { GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';

const base = z.object({ op: z.int(), d: z.unknown() });

const identify = z.object({
	token: z.string(),
	intents: z.unknown(),
	properties: z.record(z.string(), z.unknown()),
	shard: z.tuple([z.int(), z.int().positive()]).optional(),
});

const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

const requestMembers = z.object({
	guild_id: z.coerce.string(),
	user_ids: z.union([z.string(), z.array(z.string())]).optional(),
	query: z.string().optional(),
	limit: z.int().optional(),
	nonce: z.string().optional(),
});

export type Identify = z.infer<typeof identify>;
export type Resume = z.infer<typeof resume>;
export type RequestMembers = z.infer<typeof requestMembers>;

export type BotFrame =
	| { op: GatewayOpcodes.Heartbeat; seq: number | undefined }
	| { op: GatewayOpcodes.Identify; identify: Identify }
	| { op: GatewayOpcodes.Resume; resume: Resume }
	| { op: GatewayOpcodes.RequestGuildMembers; request: RequestMembers }
	| { op: GatewayOpcodes.PresenceUpdate | GatewayOpcodes.VoiceStateUpdate }
	| { op: 'unknown' };

/** Reads a frame of the bot; `undefined` when it cannot be parsed (close 4002). */
export function parseFrame(text: string): BotFrame | undefined {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return undefined;
	}
	const frame = base.safeParse(json).data;
	if (!frame) return undefined;
	switch (frame.op) {
		case GatewayOpcodes.Heartbeat:
			return { op: frame.op, seq: z.int().optional().catch(undefined).parse(frame.d) };
		case GatewayOpcodes.Identify: {
			const data = identify.safeParse(frame.d).data;
			return data && { op: frame.op, identify: data };
		}
		case GatewayOpcodes.Resume: {
			const data = resume.safeParse(frame.d).data;
			return data && { op: frame.op, resume: data };
		}
		case GatewayOpcodes.RequestGuildMembers: {
			const data = requestMembers.safeParse(frame.d).data;
			return data && { op: frame.op, request: data };
		}
		case GatewayOpcodes.PresenceUpdate:
		case GatewayOpcodes.VoiceStateUpdate:
			return { op: frame.op };
		default:
			return { op: 'unknown' };
	}
}
