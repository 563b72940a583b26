import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';

/** What a fresh server lets everyone do. A new role may have these, for Discord gives them to it. */
const ORDINARY = [
	Bits.CreateInstantInvite,
	Bits.AddReactions,
	Bits.Stream,
	Bits.ViewChannel,
	Bits.SendMessages,
	Bits.SendTTSMessages,
	Bits.EmbedLinks,
	Bits.AttachFiles,
	Bits.ReadMessageHistory,
	Bits.UseExternalEmojis,
	Bits.Connect,
	Bits.Speak,
	Bits.UseVAD,
	Bits.ChangeNickname,
	Bits.UseApplicationCommands,
	Bits.RequestToSpeak,
	Bits.CreatePublicThreads,
	Bits.CreatePrivateThreads,
	Bits.UseExternalStickers,
	Bits.SendMessagesInThreads,
	Bits.UseEmbeddedActivities,
	Bits.UseSoundboard,
	Bits.UseExternalSounds,
	Bits.SendVoiceMessages,
	Bits.SendPolls,
	Bits.UseExternalApps,
].reduce((all, bit) => all | bit, 0n);

interface RoleFacts {
	id: string;
	permissions: string;
	/** Whether it belongs to an app, to boosters or to another integration. */
	managed: boolean;
}

/** Whether anyone may be handed this role: it gives nothing that everyone does not have anyway, and is nobody's badge. */
export function isHarmless({ id, permissions, managed }: RoleFacts, guildId: string): boolean {
	return id !== guildId && !managed && (BigInt(permissions) & ~ORDINARY) === 0n;
}
