import { fileToSave, text } from './components.ts';
import type { MessageReply } from './reply.ts';

/** Leaves room in the message for why it is given back. */
const ROOM = { characters: 2_800, bytes: 6_000 };
const FENCE = '```';

/** What a member wrote, whole: in a block to copy from, or in a file where a message could not hold it as it is. */
export function giveBack(written: string): Pick<MessageReply, 'components' | 'files'> {
	const fits =
		written.length <= ROOM.characters &&
		Buffer.byteLength(JSON.stringify(written)) <= ROOM.bytes &&
		!written.includes(FENCE);
	if (fits) return { components: [text(`### You wrote\n${FENCE}\n${written}\n${FENCE}`)] };
	const file = { name: 'you-wrote.txt', data: Buffer.from(written), contentType: 'text/plain' };
	return { components: [text('### You wrote'), fileToSave(file.name)], files: [file] };
}
