import type { Scene } from './a-discord.ts';
import { call } from './raw-rest.ts';

/** Fills in the ids of the scene: G guild, C channel, A alice, APP application, DM the conversation with alice. */
export async function fill(scene: Scene, route: string): Promise<string> {
	const { discord, guildId, channelId, alice } = scene;
	const ids: Record<string, string> = {
		G: guildId,
		C: channelId,
		A: alice.userId,
		APP: discord.applicationId,
		DM: route.includes('$DM') ? await openDm(scene) : '',
	};
	return route.replace(/\$([A-Z]+)/g, (_match, name: string) => ids[name] ?? '');
}

export async function openDm({ discord, alice }: Scene): Promise<string> {
	const { json } = await call(discord, 'POST /users/@me/channels', { recipient_id: alice.userId });
	return String(json['id']);
}
